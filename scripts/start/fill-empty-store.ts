import path from 'node:path';

import { EntenteError } from '@/lib/model/entente-error';
import type { GraphStore } from '@/lib/store/types';

import { loadPaths } from '@/lib/load/load-paths';

const SAMPLE = path.join(import.meta.dirname, '..', '..', 'graph-data', 'us-china-2023');

/** Loads the sample graph into a store that holds nothing; leaves any other as it is. Says which. */
export async function fillEmptyStore(
  store: GraphStore,
  { dataFolder, say }: { readonly dataFolder: string; readonly say: (text: string) => void },
): Promise<void> {
  const { counts } = await store.summary();
  if (counts.entities > 0) {
    say(`The store holds ${counts.entities} entities and ${counts.relations} relations.`);
    return;
  }
  say('The store is empty: loading the sample graph.');
  const { created, failures, rejected, rejectsFile } = await loadPaths(store, [SAMPLE], { dataFolder });
  if (failures[0]) throw new EntenteError('unavailable', `The sample was not loaded: ${failures[0].message}`);
  if (rejected > 0)
    say(`${rejected} rows of the sample were refused; they are in ${rejectsFile ?? dataFolder}.`);
  say(
    `Loaded ${created.entities} entities, ${created.relations} relations and ${created.evidence} pieces of evidence.`,
  );
}
