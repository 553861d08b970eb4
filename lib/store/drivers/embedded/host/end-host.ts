import { writeFileSync } from 'node:fs';

import type { HostEnding } from '../protocol';

/**
 * Ends this process at once, for the engine's threads would hold up any gentler way. What was committed is on disk; clients start the
 * next host. The record tells the clients of the runs why they got no answer.
 */
export function endHost(file: string, reason: HostEnding['reason'], runs: readonly string[]): void {
  const ending: HostEnding = { pid: process.pid, reason, runs };
  writeFileSync(file, JSON.stringify(ending), { mode: 0o600 });
  process.kill(process.pid, 'SIGKILL');
}
