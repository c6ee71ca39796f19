import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, openChromium } from './fixtures/browser.ts';
import { tasktax } from './fixtures/tasktax.ts';

const chromium = await findChromium('the site');

const PAGES = [
  ...['index.html', 'suites/one-million/index.html', 'suites/asyncio-cost/index.html'],
  ...['runtimes/index.html', 'runtimes/node.html', 'compare.html', 'claims.html'],
  'suites/one-million/embed-memory-by-runtime.html',
];
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

let site: string;
let server: Server;
let origin: string;
beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), 'tasktax-site-'));
  const { stderr } = await tasktax('site', '--out', site, '--url', 'https://example.org/tasktax');
  expect(stderr).toBe('');
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    const file = readFileSync(join(site, pathname));
    response.setHeader('content-type', TYPES[extname(pathname)] ?? 'application/octet-stream');
    response.end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(site, { recursive: true });
});

test('every link and every image of every kind of page leads to a file', () => {
  for (const path of PAGES) {
    const html = readFileSync(join(site, path), 'utf8');
    const links = [...html.matchAll(/ (?:href|src|srcset)="([^"#]+)/g)].map(
      ([, link]) => link ?? '',
    );
    expect(links.length).toBeGreaterThan(2);
    for (const link of links.filter((one) => !one.startsWith('data:'))) {
      expect(statSync(join(site, path, '..', link)).size, `${path}: ${link}`).toBeGreaterThan(0);
    }
    const [, image] =
      /og:image" content="https:\/\/example\.org\/tasktax\/([^"]+)"/.exec(html) ?? [];
    expect(statSync(join(site, image ?? 'none')).size).toBeGreaterThan(10_000);
  }
});

test('the first view of a suite is under 300 kB', () => {
  const files = ['suites/one-million/index.html', 'assets/suite.js', 'assets/site.css'];
  const sizes = files.map((file) => gzipSync(readFileSync(join(site, file))).length);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(300_000);
});

test('a folder without results is one clear line', async () => {
  const { exitCode, stderr } = await tasktax('site', join(site, 'assets'), '--out', site);
  expect(stderr).toMatch(/^error: .*assets has no results: npm run compare$/);
  expect(exitCode).toBe(2);
});

describe.skipIf(chromium === undefined)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium(chromium);
  });
  afterAll(() => browser.close());

  /** Opens a page, does something there, and sees to it that nothing complained and nothing left the origin. */
  async function visit(
    path: string,
    width: number,
    colorScheme: 'light' | 'dark',
    look: (page: Page) => Promise<void>,
  ): Promise<void> {
    const page = await browser.newPage({
      viewport: { width, height: 900 },
      colorScheme,
    });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
        complaints.push(request.url());
    });
    await page.goto(`${origin}/${path}`);
    await look(page);
    expect(complaints).toEqual([]);
    await page.close();
  }

  test.each(PAGES)('%s: accessible, quiet, and no wider than the screen', async (path) => {
    for (const [width, scheme] of [
      [390, 'light'],
      [1280, 'dark'],
    ] as const) {
      await visit(path, width, scheme, async (page) => {
        await page.mouse.move(1, 1);
        for (const chart of await page.locator('.chart').all()) {
          await chart.scrollIntoViewIfNeeded();
          await chart.locator('svg').waitFor();
        }
        await page.evaluate(axe.source);
        const serious = await page.evaluate(
          `axe.run().then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id))`,
        );
        expect(serious).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      });
    }
  });

  test.each([
    [390, 'light', 'narrow.light'],
    [1280, 'dark', 'wide.dark'],
  ] as const)(
    'until the reader does something, a picture stands in for the first chart: %i px, %s',
    async (width, scheme, drawn) => {
      await visit('suites/one-million/index.html', width, scheme, async (page) => {
        await page.waitForLoadState('networkidle');
        const chart = page.locator('.chart').first();
        const ofPicture = (what: string) =>
          page.evaluate(`document.querySelector('.chart img').${what}`);
        expect(await ofPicture('currentSrc')).toContain(drawn);
        expect(await ofPicture('naturalHeight')).toBeGreaterThan(0);
        const scripts = () =>
          page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name).join()");
        expect(await scripts()).not.toContain('interactive-charts');
        const height = (await chart.boundingBox())?.height;
        await page.keyboard.press('Tab');
        await chart.locator('svg').waitFor();
        expect(await scripts()).toContain('interactive-charts');
        expect((await chart.boundingBox())?.height).toBe(height);
      });
    },
  );

  test('an address tells what was chosen, and shows it again', async () => {
    await visit('suites/one-million/index.html', 1280, 'light', async (page) => {
      await page.locator('select[name=scale]').selectOption('linear');
      await page.getByText('Runtimes: 18 of 18').click();
      await page.getByRole('button', { name: 'none' }).click();
      await page.locator('input[value^="go@"]').check();
      const { search } = new URL(page.url());
      expect(search).toMatch(/^\?scale=linear&runtime=go%40/);
      await page.goto(page.url());
      expect(await page.locator('#runtime-count').textContent()).toBe('1 of 18');
      expect(await page.locator('select[name=scale]').inputValue()).toBe('linear');
      expect(await page.locator('#finding-0').textContent()).toContain('go@');
    });
  });

  test('two runtimes against each other, by the keyboard alone', async () => {
    await visit('compare.html', 1280, 'light', async (page) => {
      await page.getByText('sleep: peak memory').first().waitFor();
      const first = page.getByLabel('First');
      for (let presses = 0; presses < 10; presses += 1) {
        await page.keyboard.press('Tab');
        if (await first.evaluate((select) => select.matches(':focus'))) break;
      }
      await page.keyboard.type('node');
      await page.keyboard.press('Tab');
      await page.keyboard.type('go@');
      const row = page.locator('tr', { hasText: 'sleep: peak memory' });
      await expect.poll(() => row.textContent()).toMatch(/node@\S+ is better, surely/);
      expect(new URL(page.url()).search).toMatch(/^\?a=node%40.*&b=go%40/);
    });
  });
});
