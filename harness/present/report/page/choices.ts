const STORED = 'tasktax-live-choices';

/** What a reader has chosen in the controls: the values of the lists, and the runtimes that are switched off. */
interface Choices {
  readonly lists: Readonly<Record<string, string>>;
  readonly off: readonly string[];
}

/** Keeps the choices for the page that is loaded next. */
export function storeChoices(): void {
  const lists = Object.fromEntries(listsOfPage().map(({ name, value }) => [name, value]));
  const off = boxesOfPage()
    .filter(({ checked }) => !checked)
    .map(({ value }) => value);
  sessionStorage.setItem(STORED, JSON.stringify({ lists, off } satisfies Choices));
}

/** Puts the controls where they were on the page before. */
export function restoreChoices(): void {
  const stored = sessionStorage.getItem(STORED);
  if (stored === null) return;
  const { lists, off }: Choices = JSON.parse(stored);
  for (const list of listsOfPage()) list.value = lists[list.name] ?? list.value;
  for (const box of boxesOfPage()) box.checked = !off.includes(box.value);
}

function listsOfPage(): readonly HTMLSelectElement[] {
  return [...document.querySelectorAll<HTMLSelectElement>('#controls select')];
}

function boxesOfPage(): readonly HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('#controls input[name=runtime]')];
}
