import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** `share`: how much has been read, from 0 to 1. */
  readonly update: (rows: number, share: number) => void;
  readonly end: () => void;
}

/** The bar's steps. */
const WHOLE = 1000;
const LINE_EVERY_MS = 10_000;

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
  return {
    update: (rows, share) => {
      const shown = { rows, rate: toRate(rows, startedAt) };
      if (!isRunning) bar.start(WHOLE, 0, shown);
      bar.update(Math.round(share * WHOLE), shown);
      isRunning = true;
    },
    end: () => {
      bar.stop();
    },
  };
}

function showLines(): Progress {
  const startedAt = performance.now();
  let shownAt = startedAt;
  return {
    update: (rows, share) => {
      const now = performance.now();
      if (now - shownAt < LINE_EVERY_MS) return;
      shownAt = now;
      console.error(`entente: ${rows} rows, ${Math.round(share * 100)} %, ${toRate(rows, startedAt)} rows/s`);
    },
    end: () => {},
  };
}

function toRate(rows: number, startedAt: number): number {
  return Math.round((rows * 1000) / Math.max(1, performance.now() - startedAt));
}
