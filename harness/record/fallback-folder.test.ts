import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { StorageError } from '../model/storage-error.ts';
import { type ResultsPaths, workPathIn } from '../results/results-path.ts';
import { fallbackFoldersFor, writeWherePossible } from './fallback-folder.ts';

test('a comparison that is rescued again goes to a folder of its own', () => {
  const id = `test-${process.pid}`;
  const [first] = fallbackFoldersFor(id);
  if (first === undefined) throw new Error('there is a fallback folder');
  expect(first.path).toMatch(new RegExp(`${id}$`));
  mkdirSync(first.path, { recursive: true });
  onTestFinished(() => rmSync(first.path, { recursive: true }));
  expect(fallbackFoldersFor(id)[0]?.path).toBe(`${first.path}-2`);
});

describe('writing to the first place that can be written to', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tasktax-fallback-'));
  writeFileSync(join(folder, 'file'), '');
  const placeAt = (name: string) => {
    const path = join(folder, name);
    return { path, workPath: workPathIn(path) };
  };
  const impossible = placeAt('file/below');
  const makeFolder = ({ workPath }: ResultsPaths) => {
    mkdirSync(workPath, { recursive: true });
    return 'written';
  };

  test('passes over those that cannot', () => {
    const possible = placeAt('possible');
    expect(writeWherePossible([impossible, possible], makeFolder, 'nothing')).toEqual({
      place: possible,
      result: 'written',
    });
  });

  test('names them all, and what is safe, when none can', () => {
    expect(() =>
      writeWherePossible([impossible, impossible], makeFolder, '7 runs are kept'),
    ).toThrow(
      new StorageError(
        `cannot write to ${impossible.path} (ENOTDIR), nor to ${impossible.path} (ENOTDIR); 7 runs are kept`,
      ),
    );
  });

  test('a mistake of ours is no reason to write elsewhere', () => {
    const broken = () => {
      throw new TypeError('a mistake');
    };
    expect(() => writeWherePossible([impossible, placeAt('other')], broken, '')).toThrow(TypeError);
  });
});
