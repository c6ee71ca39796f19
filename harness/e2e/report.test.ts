import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { XMLValidator } from 'fast-xml-parser';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import { THEMES } from '../present/charts/chart-style.ts';
import {
  type SyntheticResults,
  writeSyntheticResults,
} from '../present/report/synthetic-results.fixture.ts';
import { repositoryRoot } from '../provision/places.ts';
import { allTables } from '../results/all-tables.ts';
import { toCsv } from '../results/csv.ts';
import { readMeasurements } from '../results/read-results.ts';
import { runsTable } from '../results/tables/runs.ts';
import { findChromium, openChromium } from './fixtures/browser.ts';
import { tasktax } from './fixtures/tasktax.ts';

const { workloads, suites: declared } = await loadCatalogue();
/** Those of which results are committed. */
const suites = [...declared.keys()].filter((suite) =>
  existsSync(join(repositoryRoot, 'results', suite, 'runs.csv')),
);
const chromium = await findChromium('report.html');

const HOSTILE = '<script>alert(1)</script>|**x**';

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'tasktax-report-'));
}

/** A copy of committed tables, without what was made of them. */
function copyOf(suite: string): string {
  const folder = newFolder();
  for (const file of ['datapackage.json', ...allTables.map(({ name }) => `${name}.csv`)]) {
    copyFileSync(join(repositoryRoot, 'results', suite, file), join(folder, file));
  }
  return folder;
}

function madeUp(wanted: Partial<SyntheticResults> = {}): string {
  const folder = newFolder();
  const sizes = [1, 10_000, 100_000, 1_000_000];
  writeSyntheticResults(folder, { runtimes: 17, sizes, repeats: 3, ...wanted }, workloads);
  return folder;
}

function bytesOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    files
      .filter((file) => statSync(join(folder, file)).isFile())
      .map((file) => [file, readFileSync(join(folder, file), 'base64')]),
  );
}

let copies: ReadonlyMap<string, string>;
let committed: string;
let many: string;
let hostile: string;
const folderOf = (suite: string) => copies.get(suite) ?? '';
beforeAll(async () => {
  copies = new Map(suites.map((suite) => [suite, copyOf(suite)]));
  committed = folderOf('one-million');
  // Enough runs for spreads and two modes, whose labels are long.
  many = madeUp({ repeats: 14 });
  hostile = madeUp({ runtimes: 16, detail: HOSTILE, name: `${HOSTILE}"'@1.0` });
  const { exitCode, stderr } = await tasktax('report', ...copies.values(), many, hostile);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
});
afterAll(() => {
  for (const folder of [...copies.values(), many, hostile]) rmSync(folder, { recursive: true });
});

test('written twice, every byte is the same', async () => {
  const before = bytesOf(committed);
  expect(Object.keys(before)).toContain('report.html');
  await tasktax('report', committed);
  expect(bytesOf(committed)).toEqual(before);
});

test('each chart is there in light and dark, as SVG and as PNG, and in the page with words', () => {
  const charts = readdirSync(join(committed, 'charts'));
  const ids = [
    ...['memory-by-runtime', 'memory-against-tasks', 'bytes-per-task', 'tasks-per-second'],
    ...['memory-curves', 'times', 'sleep-cpu-time-by-runtime'],
  ];
  const forms = ['light.svg', 'light.png', 'dark.svg', 'dark.png'];
  expect(charts.sort()).toEqual(ids.flatMap((id) => forms.map((form) => `${id}.${form}`)).sort());
  const page = readFileSync(join(committed, 'report.md'), 'utf8');
  for (const id of ids) {
    expect(page).toContain(`srcset="charts/${id}.dark.svg"`);
    expect(page).toMatch(new RegExp(`<img alt="[^"]{60,}" src="charts/${id}\\.light\\.svg">`));
    // A PNG without its letters is a third of this.
    expect(statSync(join(committed, 'charts', `${id}.light.png`)).size).toBeGreaterThan(30_000);
  }
});

test('every SVG of every folder is whole, and says what it shows', () => {
  for (const folder of [committed, many, hostile].map((one) => join(one, 'charts'))) {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.svg'))) {
      const svg = readFileSync(join(folder, file), 'utf8');
      expect(XMLValidator.validate(svg)).toBe(true);
      expect(svg).toMatch(/<title id="[^"]+">[^<]+<\/title>\n<desc id="[^"]+">[^<]+<\/desc>/);
      expect(svg).not.toMatch(/@font-face|<script|<style|<image/i);
    }
  }
});

test('what a runtime said when it failed is text, in Markdown and in HTML', () => {
  // In an attribute of a tag, nothing is Markdown.
  const markdown = readFileSync(join(hostile, 'report.md'), 'utf8').replace(/alt="[^"]*"/g, '');
  expect(markdown).toContain('alert(1)');
  expect(markdown).not.toContain('<script');
  expect(markdown).not.toContain('**x**');
  // Every row has as many cells as the head of its table.
  const tables = markdown.split('\n\n').filter((part) => part.startsWith('| '));
  expect(tables.length).toBe(4);
  for (const table of tables) {
    expect(new Set(table.split('\n').map((line) => line.split('|').length)).size).toBe(1);
  }
  expect(markdown).not.toMatch(/&amp;#\d+;/);
  const html = readFileSync(join(hostile, 'report.html'), 'utf8');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;|**x**');
  expect(html).not.toContain('<script>alert');
});

test('on GitHub no runtime is a mail link, and text stands to the left', () => {
  const markdown = readFileSync(join(committed, 'report.md'), 'utf8').replace(/`[^`]*`/g, '');
  expect(markdown).not.toMatch(/\w@\d+\.\d/);
  expect(markdown).toContain(
    '| runtime | from | SHA-256 of the executable | command | raised limit |\n| --- | --- | --- | --- | --- |',
  );
});

test('nothing was ok: a report without charts, which says so', async () => {
  const folder = madeUp({ runtimes: 2, sizes: [1] });
  const failed = readMeasurements(folder).runs.map((run) => ({ ...run, status: 'timeout' }));
  writeFileSync(join(folder, 'runs.csv'), toCsv(runsTable, failed));
  await tasktax('report', folder);
  expect(readdirSync(join(folder, 'charts')).length).toBeGreaterThan(0);
  // The summary is what figures come from: it follows from the runs.
  await execa(process.execPath, ['scripts/reanalyse.ts', folder], { cwd: repositoryRoot });
  const { exitCode, stderr } = await tasktax('report', folder);
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(readdirSync(join(folder, 'charts'))).toEqual([]);
  const page = readFileSync(join(folder, 'report.md'), 'utf8');
  expect(page).toContain('No run was ok, so there is no figure.');
  expect(page).toContain('6 timeout');
  expect(page).not.toContain('<picture>');
});

test('interrupted before the first run was made: a report all the same', async () => {
  const folder = madeUp({ runtimes: 0 });
  const { exitCode, stderr } = await tasktax('report', folder);
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(readFileSync(join(folder, 'report.md'), 'utf8')).toContain('No run was made');
  expect(existsSync(join(folder, 'charts'))).toBe(false);
});

test('a comparison ends with its report', async () => {
  const folder = newFolder();
  const { stdout, stderr } = await tasktax(
    ...['compare', 'one-million', '--runtimes', 'node', '--tasks', '1,100', '--repeats', '1'],
    ...['--sleep', '0.1', '--out', folder],
  );
  expect(stdout).toMatch(/^report: .*report\.html, report\.md and charts\/$/m);
  expect(stderr).not.toMatch(/warning/i);
  expect(readdirSync(folder)).toEqual(
    expect.arrayContaining(['report.md', 'report.html', 'charts']),
  );
});

test('a folder without results is one clear line', async () => {
  const { exitCode, stderr } = await tasktax('report', newFolder());
  expect(stderr).toMatch(
    /^error: .*: holds no results \(no datapackage.json\): name a folder that compare or measure wrote$/,
  );
  expect(exitCode).toBe(2);
});

describe.skipIf(chromium === undefined)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium(chromium);
  });
  afterAll(() => browser.close());

  const WIDE = { width: 1280, height: 900 };

  /** Opens a report, does something there, and sees to it that nothing was fetched and nothing complained. */
  async function visit(
    folder: string,
    viewport: typeof WIDE,
    look: (page: Page) => Promise<void>,
  ): Promise<void> {
    const page = await browser.newPage({ viewport, colorScheme: 'light' });
    const complaints: string[] = [];
    const fetched: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => fetched.push(request.url()));
    await page.goto(`file://${join(folder, 'report.html')}`);
    // A chart is drawn when the reader comes to it.
    for (const chart of await page.locator('.chart').all()) {
      await chart.scrollIntoViewIfNeeded();
      await chart.locator('svg').waitFor();
    }
    await look(page);
    expect(complaints).toEqual([]);
    expect(fetched.filter((url) => !/^(file|data):/.test(url))).toEqual([]);
    await page.close();
  }

  const textOf = (page: Page, chart: string) =>
    page.locator(`[data-chart="${chart}"] svg`).textContent();

  test('every chart is drawn, and the tables have every runtime', async () => {
    await visit(committed, WIDE, async (page) => {
      const charts = await page.locator('.chart').all();
      expect(charts).toHaveLength(7);
      for (const chart of charts) {
        expect(await chart.locator('svg path').count()).toBeGreaterThan(10);
        expect(await chart.getAttribute('aria-label')).toMatch(/chart/);
      }
      expect(await page.locator('#table-0 tbody tr').count()).toBe(
        await page.locator('input[name=runtime]').count(),
      );
    });
  });

  test('a runtime that is unchosen leaves the charts and the tables', async () => {
    await visit(committed, WIDE, async (page) => {
      expect(await textOf(page, 'memory-by-runtime')).toContain('bun');
      await page.getByText('Runtimes:').click();
      await page.getByRole('checkbox', { name: /^bun@/ }).uncheck();
      for (const chart of ['memory-by-runtime', 'memory-against-tasks', 'memory-curves']) {
        expect(await textOf(page, chart)).not.toContain('bun');
        expect(await textOf(page, chart)).toContain('node');
      }
      const row = page.locator('#table-0 tr', { hasText: 'bun@' });
      expect(await row.isVisible()).toBe(false);
      await page.getByRole('button', { name: 'none' }).click();
      expect(await page.locator('.chart svg text').count()).toBe(0);
      await page.getByRole('button', { name: 'all' }).click();
      expect(await row.isVisible()).toBe(true);
      expect(await textOf(page, 'memory-by-runtime')).toContain('bun');
    });
  });

  test('the finding names no runtime that is switched off', async () => {
    await visit(committed, WIDE, async (page) => {
      const finding = () => page.locator('#finding-0').textContent();
      const before = await finding();
      const best = /, (\S+) has the lowest/.exec(before ?? '')?.[1] ?? '';
      expect(best).not.toBe('');
      await page.getByText('Runtimes:').click();
      await page.locator(`input[value="${best}"]`).uncheck();
      expect(await finding()).toMatch(/^Of the runtimes shown, with 1,000,000 tasks, /);
      expect(await finding()).not.toContain(best);
      await page.locator(`input[value="${best}"]`).check();
      expect(await finding()).toBe(before);
    });
  });

  test('scale and base change the charts', async () => {
    await visit(committed, WIDE, async (page) => {
      const whole = await textOf(page, 'memory-by-runtime');
      await page.locator('select[name=memory]').selectOption('net');
      expect(await textOf(page, 'memory-by-runtime')).not.toBe(whole);
      expect(await page.getByText(', net of the runtime without tasks').first().isVisible()).toBe(
        true,
      );
      await page.locator('select[name=memory]').selectOption('');
      expect(await textOf(page, 'memory-by-runtime')).toBe(whole);
      const linear = await textOf(page, 'memory-curves');
      await page.locator('select[name=scale]').selectOption('log');
      expect(await textOf(page, 'memory-curves')).not.toBe(linear);
    });
  });

  test('tables are sorted by the keyboard alone', async () => {
    await visit(many, WIDE, async (page) => {
      const names = () => page.locator('#table-0 tbody td:first-child').allTextContents();
      const before = await names();
      const head = page.locator('#table-0 th', { hasText: 'runtime' });
      await head.getByRole('button').focus();
      await page.keyboard.press('Enter');
      expect(await head.getAttribute('aria-sort')).toBe('ascending');
      expect(await names()).toEqual([...before].sort((a, b) => a.localeCompare(b, 'en')));
      await page.keyboard.press('Enter');
      expect(await head.getAttribute('aria-sort')).toBe('descending');
      const million = page.locator('#table-0 th', { hasText: '1,000,000' });
      await million.getByRole('button').click();
      expect(await head.getAttribute('aria-sort')).toBeNull();
      expect((await names())[0]).toMatch(/^rust-tokio@/);
      // Without a figure, last in either direction.
      await million.getByRole('button').click();
      expect((await names())[0]).toMatch(/^python-trio@/);
      expect((await names()).slice(-3).join()).toMatch(/rust-threads|c-pthread|ruby/);
    });
  });

  test('the reader chooses with which runtime the others are compared', async () => {
    await visit(committed, WIDE, async (page) => {
      const ratios = () => page.locator('#table-0 td.ratio').allTextContents();
      const toTheBest = await ratios();
      expect(toTheBest[0]).toBe('1');
      const runtime = await page.locator('#table-0 tbody tr').nth(2).getAttribute('data-runtime');
      await page
        .getByLabel('Compare with')
        .first()
        .selectOption(runtime ?? '');
      expect((await ratios())[2]).toBe('1');
      expect((await ratios())[0]).toMatch(/^0\.\d\d \(0\.\d\d–0\.\d\d\)$/);
      await page.getByLabel('Compare with').first().selectOption('');
      expect(await ratios()).toEqual(toTheBest);
    });
  });

  test('light and dark: by the system, and by choice', async () => {
    await visit(committed, WIDE, async (page) => {
      const colors = () =>
        page.evaluate(
          `[getComputedStyle(document.body).backgroundColor, document.querySelector('.chart svg rect').getAttribute('fill')]`,
        );
      const light = ['rgb(255, 255, 255)', '#ffffff'];
      const dark = ['rgb(22, 24, 27)', '#16181b'];
      await expect.poll(colors).toEqual(light);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expect.poll(colors).toEqual(dark);
      await page.locator('select[name=theme]').selectOption('light');
      await expect.poll(colors).toEqual(light);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.locator('select[name=theme]').selectOption('dark');
      await expect.poll(colors).toEqual(dark);
    });
  });

  test('on paper: light, and no wider than the sheet', async () => {
    await visit(committed, WIDE, async (page) => {
      const drawn = () =>
        page.evaluate(
          `(({ clientWidth, children }) => [children[0].getAttribute('fill'), clientWidth])(document.querySelector('.chart svg'))`,
        );
      await page.locator('select[name=theme]').selectOption('dark');
      await expect.poll(drawn).toEqual(['#16181b', expect.any(Number)]);
      await page.evaluate('dispatchEvent(new Event("beforeprint"))');
      await expect.poll(drawn).toEqual(['#ffffff', 680]);
      await page.evaluate('dispatchEvent(new Event("afterprint"))');
      await expect.poll(drawn).toEqual(['#16181b', expect.any(Number)]);
      expect((await page.pdf()).length).toBeGreaterThan(50_000);
    });
  });

  test('text from outside runs nowhere, not even when it is pointed at', async () => {
    let pointedAt = false;
    await visit(hostile, WIDE, async (page) => {
      expect(await textOf(page, 'memory-by-runtime')).toContain(HOSTILE.slice(0, 20));
      await page.locator('[data-chart="memory-by-runtime"]').scrollIntoViewIfNeeded();
      const marks = THEMES.light.hues.map((hue) => `path[fill="${hue}"]`).join();
      const bars = await page
        .locator(`[data-chart="memory-by-runtime"] svg :is(${marks})`)
        .evaluateAll((paths) => paths.map((path) => path.getBoundingClientRect().toJSON()));
      expect(bars.length).toBeGreaterThan(12);
      const told = page.locator('[data-chart="memory-by-runtime"] > div').last();
      let before: string | null = null;
      for (const { x, y, width, height } of bars) {
        await page.mouse.move(x + width / 2, y + height / 2);
        await expect.poll(() => told.textContent()).not.toBe(before);
        before = await told.textContent();
        expect(before).toContain('1,000,000 tasks');
        if (before?.includes(HOSTILE)) pointedAt = true;
      }
      expect(pointedAt).toBe(true);
      expect(await page.locator('script').count()).toBe(2);
    });
  });

  /** Where every word of a chart stands, within its frame. */
  const wordsOf = (chart: Locator) =>
    chart.evaluate((element) =>
      [...element.querySelectorAll('svg text')].map((text) => {
        const { left, top, right, bottom } = text.getBoundingClientRect();
        const frame = element.getBoundingClientRect();
        return {
          word: text.textContent ?? '',
          left: left - frame.left,
          top: top - frame.top,
          right: right - frame.left,
          bottom: bottom - frame.top,
          width: frame.width,
          height: frame.height,
        };
      }),
    );

  /** Every word that is cut, and every two that overlap. */
  function defectsOf(words: Awaited<ReturnType<typeof wordsOf>>): readonly string[] {
    return words.flatMap((one, index) => [
      ...(one.left > -1 && one.right < one.width + 1 ? [] : [`"${one.word}" is cut at a side`]),
      ...(one.top > -2 && one.bottom < one.height + 1
        ? []
        : [`"${one.word}" is cut above or below`]),
      ...words.slice(index + 1).flatMap((other) => {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        return across > 2 && down > 4 ? [`"${one.word}" overlaps "${other.word}"`] : [];
      }),
    ]);
  }

  /** Every committed suite, and one with more runtimes and longer names than any. */
  const folders: readonly (readonly [string, () => string])[] = [
    ...suites.map((suite) => [suite, () => folderOf(suite)] as const),
    ['seventeen runtimes', () => many],
  ];

  describe.each(folders)('%s: nothing is cut, and no two words of a chart overlap', (_, folder) => {
    test.each([390, 700, 1280])('on a page %d px wide', async (width) => {
      await visit(folder(), { width, height: 900 }, async (page) => {
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        for (const chart of await page.locator('.chart').all()) {
          const id = await chart.getAttribute('data-chart');
          const words = await wordsOf(chart);
          expect(words.length, `${id} has words`).toBeGreaterThan(5);
          expect(defectsOf(words), `${id}`).toEqual([]);
        }
      });
    });

    test('in the images', async () => {
      const page = await browser.newPage({ viewport: { width: 700, height: 900 } });
      const charts = join(folder(), 'charts');
      for (const file of readdirSync(charts).filter((name) => name.endsWith('.light.svg'))) {
        await page.setContent(
          `<div style="width: max-content">${readFileSync(join(charts, file), 'utf8')}</div>`,
        );
        const words = await wordsOf(page.locator('div'));
        expect(words.length, `${file} has words`).toBeGreaterThan(5);
        expect(defectsOf(words), file).toEqual([]);
      }
      await page.close();
    });
  });
});
