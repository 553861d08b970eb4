import type { Engine } from '@/lib/store/engine';

/** An engine that counts what its statements touch: rows that pass between the steps of a plan, or accesses to the store. */
export interface CountedEngine {
  readonly engine: Engine;
  /** All that was counted since the last call. */
  readonly takeCount: () => number;
}
