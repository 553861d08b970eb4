/**
 * The host's second thread. The engine can neither be cancelled nor capped, and while it hands over a large result the main thread
 * hears nothing; so this thread watches the process's memory and clock while console statements run, and ends the process when they
 * outrun their limits. A thread rather than a second process: it costs no hop for every request, and clients restart a dead host anyway.
 */
import { parentPort, workerData } from 'node:worker_threads';

import { endHost } from './end-host';
import type { Watch, WatchdogOptions } from './start-watchdog';

const LOOK_MS = 10;

const limits = readLimits(workerData);
let watch: Watch = { runs: [], overdueAt: Infinity };
let startBytes = 0;

parentPort?.on('message', (message: Watch) => {
  if (watch.runs.length === 0) startBytes = process.memoryUsage.rss();
  watch = message;
});

setInterval(() => {
  if (watch.runs.length === 0) return;
  if (process.memoryUsage.rss() > startBytes + limits.memoryGrowthBytes)
    endHost(limits.endingFile, 'memory', watch.runs);
  else if (Date.now() > watch.overdueAt) endHost(limits.endingFile, 'time', watch.runs);
}, LOOK_MS);

parentPort?.postMessage('ready');

function readLimits(data: unknown): WatchdogOptions {
  if (typeof data !== 'object' || data === null)
    throw new TypeError('The watchdog was started without its limits.');
  return {
    endingFile: String(Reflect.get(data, 'endingFile')),
    memoryGrowthBytes: Number(Reflect.get(data, 'memoryGrowthBytes')),
  };
}
