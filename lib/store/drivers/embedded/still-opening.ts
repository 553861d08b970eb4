import { setTimeout as wait } from 'node:timers/promises';

import { EntenteError } from '@/lib/model/entente-error';

import { describeOpening } from './find-host';
import type { HostConnection } from './host-connection';
import type { HostFiles } from './host-files';

/** The database is still being opened, and whoever asked has waited long enough. */
export class StillOpening extends EntenteError {}

/**
 * Waits for a connection.
 * @throws StillOpening when that takes longer than `maxMs`; the search goes on
 */
export async function waitForHost(
  finding: Promise<HostConnection>,
  files: HostFiles,
  maxMs: number | undefined,
): Promise<HostConnection> {
  if (maxMs === undefined) return finding;
  const found = new AbortController();
  const late = wait(maxMs, undefined, { signal: found.signal }).then(() => {
    throw new StillOpening('unavailable', `${describeOpening(files, maxMs)} Try again in a moment.`);
  });
  // Ending the wait rejects it, which nobody has to hear of.
  late.catch(() => undefined);
  try {
    return await Promise.race([finding, late]);
  } finally {
    found.abort();
  }
}
