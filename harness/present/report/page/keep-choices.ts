// Runs before the page draws itself by its controls.

import { restoreChoices } from './choices.ts';

restoreChoices();
