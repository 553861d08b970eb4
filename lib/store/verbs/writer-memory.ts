import type { RelationType } from '@/lib/model/relation-type';

import type { Row } from '../engine';
import type { Declared } from './declared-by';
import { numberOf, optionalTextOf } from './row-values';

/** What a store knows to be in the graph without asking. */
interface Remembered {
  /** Ids of entities that are there; by no means all. */
  readonly entities: ReadonlySet<string>;
  /** All relation types; undefined when they have to be asked for. */
  readonly types: ReadonlyMap<string, Declared<RelationType>> | undefined;
}

/** What a transaction has found out or made so. */
export interface Learnt {
  readonly entities: readonly string[];
  readonly types: ReadonlyMap<string, Declared<RelationType>>;
}

/** Remembers between the writes of one store what is in the graph, for as long as nobody else writes. */
export interface WriterMemory {
  /** In: the store's state in the transaction, its write counted. Out: what still holds; nothing when somebody else has written since. */
  recall(state: WriteState): Remembered;
  /** Takes what a transaction has learnt, once that is committed; in: the state of that transaction. */
  keep(state: WriteState, learnt: Learnt): void;
}

/** Which write of the store this is. The seed tells a store from one that was emptied and filled anew. */
export interface WriteState {
  readonly writes: number;
  readonly seed: string;
}

const NOTHING: Remembered = { entities: new Set(), types: undefined };

/** So many ids of entities are remembered: about 20 MB. */
const ENTITIES_MAX = 100_000;

/** In: what `LOCK_STORE` answers, and the seed that the store gets if it has none. */
export function toWriteState(row: Row | undefined, seed: string): WriteState {
  return {
    writes: numberOf(row, 'writes'),
    seed: (row === undefined ? undefined : optionalTextOf(row, 'seed')) ?? seed,
  };
}

export function createWriterMemory(): WriterMemory {
  let last: WriteState | undefined;
  let entities = new Set<string>();
  let types: Remembered['types'];
  const isNext = ({ writes, seed }: WriteState) => last?.seed === seed && last.writes + 1 === writes;
  return {
    recall: (state) => (isNext(state) ? { entities, types } : NOTHING),
    keep: (state, learnt) => {
      // A set that a transaction is reading may grow under it: what is added is there.
      if (!isNext(state)) entities = new Set();
      for (const id of learnt.entities) if (entities.size < ENTITIES_MAX) entities.add(id);
      types = learnt.types;
      last = state;
    },
  };
}
