// The script of the live report: the page's own, between what keeps the reader's choices and what follows the comparison.

import './keep-choices.ts';
import './page.ts';
import './follow-comparison.ts';
