import type { RelationType } from '@/lib/model/relation-type';

import type { Row } from '../engine';
import type { Declared } from './declared-by';
import { createIdSketch, type IdSketch } from './id-sketch';
import { numberOf, optionalTextOf } from './row-values';

/** What a store knows to be in the graph without asking. */
interface Remembered {
  /** Ids of entities that are there; by no means all. */
  readonly entities: ReadonlySet<string>;
  /** All relation types; undefined when they have to be asked for. */
  readonly types: ReadonlyMap<string, Declared<RelationType>> | undefined;
  /** All evidence and relations that are there; undefined where not all of them came by this writer. */
  readonly written: Written | undefined;
  /** Whether nobody else has written since this writer did. */
  readonly isCurrent: boolean;
}

/** The evidence and the relations of a graph that one writer has filled from nothing. */
export interface Written {
  readonly evidence: IdSketch;
  readonly relations: IdSketch;
}

/** What a transaction has found out or made so. */
export interface Learnt {
  readonly entities: readonly string[];
  readonly types: ReadonlyMap<string, Declared<RelationType>>;
  readonly evidence: readonly string[];
  readonly relations: readonly string[];
  /** To take the two in, where it has all that was there before. */
  readonly written: Written | undefined;
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

const NOTHING: Remembered = {
  entities: new Set(),
  types: undefined,
  written: undefined,
  isCurrent: false,
};

/** So many ids of entities are remembered: about 20 MB. */
const ENTITIES_MAX = 100_000;

/** So many ids of evidence, and of relations, are remembered: up to 32 MB. */
const WRITTEN_MAX = 2_000_000;

/** For a graph without evidence. */
export function createWritten(): Written {
  return { evidence: createIdSketch(WRITTEN_MAX), relations: createIdSketch(WRITTEN_MAX) };
}

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
  let written: Written | undefined;
  const isNext = ({ writes, seed }: WriteState) => last?.seed === seed && last.writes + 1 === writes;
  return {
    recall: (state) => (isNext(state) ? { entities, types, written, isCurrent: true } : NOTHING),
    keep: (state, learnt) => {
      // A set that a transaction is reading may grow under it: what is added is there.
      if (!isNext(state)) entities = new Set();
      for (const id of learnt.entities) if (entities.size < ENTITIES_MAX) entities.add(id);
      types = learnt.types;
      written = learnt.written;
      for (const id of learnt.evidence) written?.evidence.add(id);
      for (const id of learnt.relations) written?.relations.add(id);
      last = state;
    },
  };
}
