/** Loads a dataset as `npm run load` does, and says after each batch how many rows the store has acknowledged. Argument: the dataset. */
import path from 'node:path';

import { readEnv } from '@/lib/env';
import { loadPaths } from '@/lib/load/load-paths';
import { createPatience } from '@/lib/load/patience';
import { openStore } from '@/lib/store/open-store';

/** Rows that an earlier run stored are counted one by one. */
const WORTH_SAYING = 50;

const [dataset = ''] = process.argv.slice(2);
let said = -1;
const { store: address, data } = readEnv();
const store = await openStore(
  address,
  createPatience((line) => {
    process.stderr.write(`${line}\n`);
  }),
);
say({ opened: true });
const report = await loadPaths(store, [dataset], {
  dataFolder: data,
  baseVocabulary: path.join(import.meta.dirname, '..', '..', 'graph-data', 'vocabulary.csv'),
  onProgress: (rows) => {
    if (said >= 0 && rows < said + WORTH_SAYING) return;
    said = rows;
    say({ rows });
  },
});
say({ report });
process.exitCode = report.failures.length > 0 ? 1 : 0;
await store.close();

/** A pipe takes this at once, so that nothing that was said is lost when the process is killed. */
function say(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
