/**
 * The host's second thread. The engine can neither be cancelled nor capped, and while it hands over a large result the main thread
 * hears nothing; so this thread watches the process's memory and clock while console statements run, and ends the process when they
 * outrun their limits. Before that, while the main thread opens the database and hears nothing either, it writes down how much the process
 * has done, for those who wait. A thread rather than a second process: it costs no hop for every request, and clients restart a dead host anyway.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

import type { OpeningRecord } from '../opening-record';
import { endHost } from './end-host';
import type { OpeningEnd, Watch, WatchdogOptions } from './start-watchdog';

const LOOK_MS = 10;
const RECORD_MS = 500;

const limits = readLimits(workerData);
let watch: Watch = { runs: [], overdueAt: Infinity };
let startBytes = 0;

const opening = setInterval(recordOpening, RECORD_MS);

parentPort?.on('message', (message: Watch | OpeningEnd) => {
  if (typeof message === 'string') {
    clearInterval(opening);
    // Of a host that has left, the record may be another's by now.
    if (message === 'opened') rmSync(limits.openingFile, { force: true });
    return;
  }
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

function recordOpening(): void {
  const { userCPUTime, systemCPUTime, fsRead } = process.resourceUsage();
  const record: OpeningRecord = {
    pid: process.pid,
    cpuMs: Math.round((userCPUTime + systemCPUTime) / 1000),
    reads: fsRead,
  };
  writeFileSync(limits.openingFile, JSON.stringify(record), { mode: 0o600 });
}

function readLimits(data: unknown): WatchdogOptions {
  if (typeof data !== 'object' || data === null)
    throw new TypeError('The watchdog was started without its limits.');
  return {
    endingFile: String(Reflect.get(data, 'endingFile')),
    openingFile: String(Reflect.get(data, 'openingFile')),
    memoryGrowthBytes: Number(Reflect.get(data, 'memoryGrowthBytes')),
  };
}
