import type { Counts } from '@/lib/model/batch';
import type { LoadId } from '@/lib/model/ids';

import type { RelationWriter } from '../write/upsert-relations';

/** A transaction that takes back a part of what a load brought. */
export interface Undoing extends RelationWriter {
  readonly load: LoadId;
}

/** What became of a part. */
export interface Undone {
  readonly removed: Partial<Counts>;
  /** Pieces of evidence that stay, since other loads have said them too. */
  readonly kept: number;
}

/** Removes a load from the loads that declare something. */
export function withoutLoad(loads: readonly string[], load: LoadId): readonly string[] {
  return loads.filter((each) => each !== load);
}
