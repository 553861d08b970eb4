import type { LoadOptions } from '../load-options';
import { loadPaths } from '../load-paths';
import { noCounts, type LoadReport } from '../load-report';
import { createOfflineWriter } from './offline-writer';

/**
 * Writes datasets into a folder as tables for Neo4j's importer (`npm run neo4j -- import
 * <folder>`), with the graph that loading them into an empty store would create. When it is
 * stopped, or the disk is full, nothing is left in the folder, and the report's `failures` say so.
 * @throws `invalid` for a folder that is not empty
 */
export async function loadOffline(
  folder: string,
  paths: readonly string[],
  options: LoadOptions = {},
): Promise<LoadReport> {
  const startedAt = performance.now();
  const writer = createOfflineWriter(folder);
  try {
    const report = await loadPaths(writer, paths, options);
    if (report.isStopped || writer.isBroken() || report.failures.length === paths.length) {
      return toNothing(report, folder);
    }
    const created = writer.finish();
    const seconds = Math.round(performance.now() - startedAt) / 1000;
    return { ...report, created, unchanged: report.unchanged - created.evidence, seconds };
  } finally {
    writer.close();
  }
}

function toNothing(report: LoadReport, folder: string): LoadReport {
  const message = 'The tables were incomplete, so they were deleted; the next run starts over.';
  return {
    ...report,
    created: noCounts,
    unchanged: 0,
    isStopped: false,
    failures: [...report.failures, { path: folder, message }],
  };
}
