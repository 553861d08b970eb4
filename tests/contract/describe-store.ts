import { describe } from '@jest/globals';

import { describeConsole } from './describe-console';
import { describeDenied } from './describe-denied';
import { describeDetails } from './describe-details';
import { describeDocumentEvidence } from './describe-document-evidence';
import { describeExactNames } from './describe-exact-names';
import { describeFilters } from './describe-filters';
import { describeFindNames } from './describe-find-names';
import { describeGrades } from './describe-grades';
import { describeGraphHash } from './describe-graph-hash';
import { describeLoads } from './describe-loads';
import { describeMentions } from './describe-mentions';
import { describeNames } from './describe-names';
import { describeSearch } from './describe-search';
import { describeSlice } from './describe-slice';
import { describeSpeakers } from './describe-speakers';
import { describeSummary } from './describe-summary';
import { describeUndo } from './describe-undo';
import { describeUpsert } from './describe-upsert';
import { describeWriter } from './describe-writer';
import type { OpenTestStoreOnEngine } from './test-store';

/**
 * Defines what `GraphStore` means: every engine passes this very suite. It takes the engine's name,
 * and how to open an empty store of it.
 */
export function describeStore(name: string, open: OpenTestStoreOnEngine): void {
  describe(`${name} store`, () => {
    describeGraphHash(open);
    describeFindNames(open);
    describeUpsert(open);
    describeWriter(open);
    describeLoads(open);
    describeUndo(open);
    describeSlice(open);
    describeFilters(open);
    describeDenied(open);
    describeDetails(open);
    describeSummary(open);
    describeMentions(open);
    describeSpeakers(open);
    describeDocumentEvidence(open);
    describeGrades(open);
    describeSearch(open);
    describeExactNames(open);
    describeNames(open);
    describeConsole(open);
  });
}
