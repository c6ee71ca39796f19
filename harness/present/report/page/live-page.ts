// The script of the live report: the page's own, and what follows the comparison.

import './page.ts';
import './follow-comparison.ts';
