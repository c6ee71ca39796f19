import { expect, test } from 'vitest';
import { fillMarkers } from './fill-markers.ts';

const page =
  'a\n<!-- results:one -->\nold\n<!-- /results -->\nb\n<!-- results:two --><!-- /results -->\n';

test('each marker gets its content, $ and all; the others, and the text between, stay', () => {
  expect(fillMarkers(page, new Map([['one', "costs $& $'"]]))).toBe(
    "a\n<!-- results:one -->\n\ncosts $& $'\n\n<!-- /results -->\nb\n<!-- results:two --><!-- /results -->\n",
  );
});

test('a content without a marker is no error', () => {
  expect(fillMarkers(page, new Map([['three', 'x']]))).toBe(page);
});
