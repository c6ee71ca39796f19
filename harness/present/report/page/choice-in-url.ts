import { boxesIn } from './view.ts';

const FIELDS = ['scale', 'memory', 'theme'] as const;

/** Sets the controls to what the address asks for, so that a link shows what its sender saw. */
export function restoreChoice(controls: HTMLFormElement): void {
  const asked = new URLSearchParams(location.search);
  for (const field of FIELDS) {
    const select = controls.querySelector<HTMLSelectElement>(`select[name=${field}]`);
    const value = asked.get(field);
    if (select && [...select.options].some((option) => option.value === value)) {
      select.value = value ?? '';
    }
  }
  const shown = asked.getAll('runtime');
  if (shown.length === 0) return;
  for (const box of boxesIn(controls)) box.checked = shown.includes(box.value);
}

/** Puts what the reader has chosen into the address. A file has no address that can be sent. */
export function storeChoice(controls: HTMLFormElement): void {
  if (location.protocol === 'file:') return;
  const chosen = new URLSearchParams();
  for (const field of FIELDS) {
    const value = controls.querySelector<HTMLSelectElement>(`select[name=${field}]`)?.value;
    if (value) chosen.set(field, value);
  }
  const boxes = boxesIn(controls);
  const shown = boxes.filter(({ checked }) => checked);
  // An empty name says that none is shown; without a name, all are.
  const names = shown.length === 0 ? [''] : shown.map(({ value }) => value);
  if (shown.length < boxes.length) for (const name of names) chosen.append('runtime', name);
  const query = chosen.size === 0 ? location.pathname : `?${chosen}`;
  history.replaceState(null, '', query);
}
