// The script of compare.html: it loads the rankings of all results and holds two runtimes against each other.

import { formatCount } from '../../../text/quantity.ts';
import type { RuntimeComparisons } from './runtime-comparisons.ts';

const form = document.querySelector<HTMLFormElement>('#pair');
const body = document.querySelector('tbody');
const response = fetch('compare.json');

if (form !== null && body !== null) {
  response
    .then((answer) => answer.json())
    .then((comparisons: RuntimeComparisons) => start(form, body, comparisons));
}

function start(form: HTMLFormElement, body: Element, comparisons: RuntimeComparisons): void {
  const ids = new Set(
    comparisons.flatMap(({ ranking }) => ranking.ranks.map(({ runtimeId }) => runtimeId)),
  );
  const selects = [...form.querySelectorAll('select')];
  const asked = new URLSearchParams(location.search);
  const preferred = [...ids];
  for (const [place, select] of selects.entries()) {
    select.append(...[...ids].sort().map((id) => new Option(id)));
    const wanted = asked.get(select.name) ?? '';
    select.value = ids.has(wanted) ? wanted : (preferred[place] ?? '');
  }
  const show = () => {
    const [first = '', second = ''] = selects.map(({ value }) => value);
    body.replaceChildren(...comparisons.flatMap((one) => rowOf(one, first, second)));
  };
  form.addEventListener('change', () => {
    const chosen = new URLSearchParams(selects.map(({ name, value }) => [name, value]));
    history.replaceState(null, '', `?${chosen}`);
    show();
  });
  show();
}

/** None where one of the two has no figure. */
function rowOf(
  { slug, title, ranking }: RuntimeComparisons[number],
  first: string,
  second: string,
): readonly HTMLTableRowElement[] {
  const placeOf = (id: string) => ranking.ranks.findIndex(({ runtimeId }) => runtimeId === id);
  const [own, other] = [ranking.ranks[placeOf(first)], ranking.ranks[placeOf(second)]];
  const ratio = ranking.ratios[first]?.[second];
  if (own === undefined || other === undefined || ratio === undefined) return [];
  const isSecondBetter = placeOf(second) < placeOf(first);
  const answer = ratio.differs
    ? `${isSecondBetter ? second : first} is better, surely`
    : `cannot be told apart; ${ratio.remedy}`;
  const row = document.createElement('tr');
  const link = Object.assign(document.createElement('a'), {
    href: `suites/${slug}/index.html`,
    textContent: slug,
  });
  row.append(cell(title, 'text'), cell(ratio.text), cell(own.figure), cell(other.figure));
  row.append(cell(answer, 'text prose'), cell(formatCount(ranking.tasks)), cell(link, 'text'));
  return [row];
}

function cell(content: string | Node, className = ''): HTMLTableCellElement {
  const element = document.createElement('td');
  element.className = className;
  element.append(content);
  return element;
}
