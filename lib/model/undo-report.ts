import type { Counts } from './batch';

/**
 * What became of an undoing: what is gone, and how much evidence stays because other loads said it too. `isStopped`: it was asked to stop
 * before the end; the graph is whole, and undoing again goes on where it stopped.
 */
export interface UndoReport {
  readonly removed: Counts;
  readonly kept: number;
  readonly isStopped: boolean;
}
