// The script of report.html: it runs in the browser, bundled when the page is written.

import * as charts from './interactive-charts.ts';
import { startPage } from './start-page.ts';

startPage(async () => charts);
