import { mkdtempSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readMeasurements } from '../results/read-results.ts';
import { findChromium, openChromium } from './fixtures/browser.ts';
import { tasktax } from './fixtures/tasktax.ts';

const chromium = await findChromium('the live report');

/** A comparison that is watched: 2 sizes under Node, so many times, of half a second each. */
async function watched(repeats: number) {
  const out = mkdtempSync(join(tmpdir(), 'tasktax-watch-'));
  const options = ['--runtimes', 'node', '--tasks', '1,10', '--sleep', '0.5', '--out', out];
  const comparison = tasktax('compare', '--watch', '--repeats', String(repeats), ...options);
  const printed = await new Promise<string>((resolve) => {
    let text = '';
    comparison.stdout.on('data', (part: Buffer) => {
      text += part;
      const url = /^watch: (\S+)$/m.exec(text)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
  return { comparison, out, url: new URL(printed) };
}

/** What a request is answered, whatever host it names. */
function statusOf(url: URL, options: { method?: string; host?: string } = {}): Promise<number> {
  const headers = options.host === undefined ? {} : { Host: options.host };
  return new Promise((resolve, reject) => {
    request(url, { method: options.method ?? 'GET', headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

test('only the one page is served, on loopback, behind its path, to its own host name, until the end', async () => {
  const { comparison, url } = await watched(4);
  expect(url.hostname).toBe('127.0.0.1');
  expect(url.pathname).toMatch(/^\/[0-9a-f]{32}\/$/);
  expect(await statusOf(url)).toBe(200);
  expect(await statusOf(new URL('?scale=log', url))).toBe(200);
  expect(await statusOf(new URL('/', url))).toBe(404);
  expect(await statusOf(new URL('../', url))).toBe(404);
  expect(await statusOf(new URL('runs.csv', url))).toBe(404);
  expect(await statusOf(new URL(`/${'0'.repeat(32)}/`, url))).toBe(404);
  expect(await statusOf(url, { method: 'POST' })).toBe(405);
  expect(await statusOf(url, { host: `localhost:${url.port}` })).toBe(403);
  expect(await statusOf(url, { host: 'example.org' })).toBe(403);
  await expect(statusOf(new URL(url.href.replace('127.0.0.1', '127.0.0.2')))).rejects.toThrow(
    'ECONNREFUSED',
  );
  expect((await comparison).exitCode).toBe(0);
  await expect(statusOf(url)).rejects.toThrow('ECONNREFUSED');
});

test.skipIf(chromium === undefined)(
  'a browser sees runs land, keeps what its reader chose, asks nobody else, and hears of the end',
  async () => {
    const browser = await openChromium(chromium);
    try {
      const { comparison, out, url } = await watched(12);
      const page = await browser.newPage();
      const messages: string[] = [];
      const hosts = new Set<string>();
      page.on('console', (message) => messages.push(message.text()));
      page.on('pageerror', (error) => messages.push(error.message));
      page.on('request', (asked) => hosts.add(new URL(asked.url()).host));
      await page.goto(url.href);
      const status = page.locator('#live');
      await expect
        .poll(() => page.locator('table').count(), { timeout: 60_000 })
        .toBeGreaterThan(1);
      const before = await status.textContent();
      await page.selectOption('select[name=scale]', 'log');
      await expect.poll(() => status.textContent(), { timeout: 60_000 }).not.toBe(before);
      await expect.poll(() => status.textContent(), { timeout: 60_000 }).toContain('24 of 24 runs');
      expect(await page.locator('select[name=scale]').inputValue()).toBe('log');
      expect((await comparison).exitCode).toBe(0);
      await expect.poll(() => status.textContent()).toMatch(/has ended/);
      expect(hosts).toEqual(new Set([url.host]));
      expect(messages.filter((text) => !text.includes('ERR_'))).toEqual([]);
      expect(readMeasurements(out).runs).toHaveLength(24);
    } finally {
      await browser.close();
    }
  },
);
