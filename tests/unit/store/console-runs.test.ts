import { expect, it, jest } from '@jest/globals';
import { GrafeoDB } from '@grafeo-db/js';

import { createConsoleRuns } from '@/lib/store/drivers/embedded/host/console-runs';

/** How many timers of this process have not fired yet. */
function countTimers(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
}

it('a console statement whose transaction cannot begin leaves no alarm behind that would end the host', async () => {
  const database = GrafeoDB.create();
  const runs = createConsoleRuns(database, {
    endingFile: 'never-written.json',
    watchdog: { ready: Promise.resolve(), tell: () => {} },
  });
  jest.spyOn(database, 'beginTransaction').mockImplementation(() => {
    throw new Error('the engine cannot begin');
  });
  const before = countTimers();

  const run = runs.run(
    {
      kind: 'cypher',
      run: 'one',
      text: 'RETURN 1',
      parameters: {},
      limits: { timeoutMs: 3_600_000, maxRows: 1, maxBytes: 1_000 },
    },
    () => Promise.resolve(),
  );

  await expect(run).rejects.toThrow('the engine cannot begin');
  expect(countTimers()).toBe(before);
});
