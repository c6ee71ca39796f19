import type { Sample } from '../../kernel/reading.ts';

/** The samples of a run, in a typed array that doubles when it is full, so that adding a sample rarely allocates. */
export class Curve {
  #columns = new Float64Array(3 * 1024);
  #length = 0;

  add(elapsedSeconds: number, rssBytes: number, threads: number | null): void {
    const at = this.#length * 3;
    if (at === this.#columns.length) {
      const larger = new Float64Array(this.#columns.length * 2);
      larger.set(this.#columns);
      this.#columns = larger;
    }
    this.#columns[at] = elapsedSeconds;
    this.#columns[at + 1] = rssBytes;
    this.#columns[at + 2] = threads ?? Number.NaN;
    this.#length += 1;
  }

  get length(): number {
    return this.#length;
  }

  /** The latest resident set size in bytes, for the progress line. */
  get lastRssBytes(): number | undefined {
    return this.#length === 0 ? undefined : this.#columns[(this.#length - 1) * 3 + 1];
  }

  samples(): readonly Sample[] {
    return Array.from({ length: this.#length }, (_, index) => {
      const [elapsedSeconds = 0, rssBytes = 0, threads = Number.NaN] = this.#columns.subarray(
        index * 3,
        index * 3 + 3,
      );
      return { elapsedSeconds, rssBytes, threads: Number.isNaN(threads) ? null : threads };
    });
  }
}
