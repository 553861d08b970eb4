import { describe } from '@jest/globals';

import { describeSlice } from './describe-slice';
import { describeUpsert } from './describe-upsert';
import type { OpenTestStore } from './test-store';

/** The meaning of `GraphStore`: every engine passes this very suite. In: the engine's name, and how to open an empty store of it. */
export function describeStore(name: string, open: OpenTestStore): void {
  describe(`${name} store`, () => {
    describeUpsert(open);
    describeSlice(open);
  });
}
