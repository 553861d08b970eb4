import { describe } from '@jest/globals';

import { describeConsole } from './describe-console';
import { describeDetails } from './describe-details';
import { describeDocumentEvidence } from './describe-document-evidence';
import { describeFindNames } from './describe-find-names';
import { describeGraphHash } from './describe-graph-hash';
import { describeLoads } from './describe-loads';
import { describeNames } from './describe-names';
import { describeSearch } from './describe-search';
import { describeSlice } from './describe-slice';
import { describeUndo } from './describe-undo';
import { describeUpsert } from './describe-upsert';
import { describeWriter } from './describe-writer';
import type { OpenTestStoreOnEngine } from './test-store';

/** The meaning of `GraphStore`: every engine passes this very suite. In: the engine's name, and how to open an empty store of it. */
export function describeStore(name: string, open: OpenTestStoreOnEngine): void {
  describe(`${name} store`, () => {
    describeGraphHash(open);
    describeFindNames(open);
    describeUpsert(open);
    describeWriter(open);
    describeLoads(open);
    describeUndo(open);
    describeSlice(open);
    describeDetails(open);
    describeDocumentEvidence(open);
    describeSearch(open);
    describeNames(open);
    describeConsole(open);
  });
}
