import { basename } from 'node:path';

import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** Of a file that is looked through before the first row: the bytes read of it. */
  readonly open: (path: string, bytes: number) => void;
  /** `share`: how much has been read, from 0 to 1. */
  readonly update: (rows: number, share: number) => void;
  readonly end: () => void;
}

/** The bar's steps. */
const WHOLE = 1000;
const LINE_EVERY_MS = 10_000;
/** Back to the beginning of a terminal's line, and nothing on it. */
const CLEAR_LINE = '\r\u001B[K';

/** A bar with rate and time left on a terminal, otherwise a line now and then; both on standard error, out of the report's way. */
export function showProgress(): Progress {
  return process.stderr.isTTY ? showBar() : showLines();
}

function showBar(): Progress {
  const startedAt = performance.now();
  const bar = new SingleBar(
    {
      format: 'loading {bar} {percentage}% | {rows} rows | {rate} rows/s | {eta_formatted} left',
      etaBuffer: 200,
      clearOnComplete: true,
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  let isRunning = false;
  let isOpening = false;
  return {
    open: (path, bytes) => {
      isOpening = true;
      process.stderr.write(`${CLEAR_LINE}looking through ${basename(path)}: ${toMegabytes(bytes)}`);
    },
    update: (rows, share) => {
      const shown = { rows, rate: toRate(rows, startedAt) };
      if (isOpening) process.stderr.write(CLEAR_LINE);
      isOpening = false;
      if (!isRunning) bar.start(WHOLE, 0, shown);
      bar.update(Math.round(share * WHOLE), shown);
      isRunning = true;
    },
    end: () => {
      if (isOpening) process.stderr.write(CLEAR_LINE);
      bar.stop();
    },
  };
}

function showLines(): Progress {
  const startedAt = performance.now();
  let shownAt = startedAt;
  const show = (toLine: () => string): void => {
    const now = performance.now();
    if (now - shownAt < LINE_EVERY_MS) return;
    shownAt = now;
    console.error(`entente: ${toLine()}`);
  };
  return {
    open: (path, bytes) => {
      show(() => `looking through ${basename(path)}: ${toMegabytes(bytes)}`);
    },
    update: (rows, share) => {
      show(() => `${rows} rows, ${Math.round(share * 100)} %, ${toRate(rows, startedAt)} rows/s`);
    },
    end: () => {},
  };
}

function toMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB read`;
}

function toRate(rows: number, startedAt: number): number {
  return Math.round((rows * 1000) / Math.max(1, performance.now() - startedAt));
}
