import type { EntityEntry } from '@/lib/model/batch';
import type { Entity } from '@/lib/model/entity';
import { foldName } from '@/lib/model/fold-name';
import type { RelationType } from '@/lib/model/relation-type';

import type { Declared } from '../rows/declared-by';
import { createIdSketch, type IdSketch } from './id-sketch';

/** What a store knows to be in the graph without asking. */
export interface Remembered {
  /** Ids of entities that are there; by no means all. */
  readonly entities: ReadonlySet<string>;
  /** All relation types; undefined when they have to be asked for. */
  readonly types: ReadonlyMap<string, Declared<RelationType>> | undefined;
  /** All that is there; undefined where not all of it came by this writer. */
  readonly written: Written | undefined;
}

/** The contents of a graph that one writer has filled from nothing. */
export interface Written {
  readonly evidence: IdSketch;
  readonly relations: IdSketch;
  /** Undefined where entities were there before. */
  readonly entities: IdSketch | undefined;
  /** All that entities are found by: ids, and folded names. Undefined where entities were there before. */
  readonly names: IdSketch | undefined;
}

/** What a transaction has found out or made so. */
export interface Learnt {
  /** The write whose memory it was built on. */
  readonly follows: FencingToken | undefined;
  readonly entities: readonly EntityEntry[];
  readonly types: ReadonlyMap<string, Declared<RelationType>> | undefined;
  readonly evidence: readonly string[];
  readonly relations: readonly string[];
  /** To take them in, where it has all that was there before. */
  readonly written: Written | undefined;
}

/** What a transaction stores, so that the next one knows whether another writer came in between: a random id, compared for equality. */
export type FencingToken = string;

/** Remembers between the writes of one store what is in the graph, for as long as nobody else writes. */
export interface WriterMemory {
  /** The write that it remembers, committed or still under way. */
  readonly last: () => FencingToken | undefined;
  /**
   * Returns what is remembered and still holds.
   * @param before - the previous write in the store
   * @returns undefined when that is not the write that was remembered
   */
  recall(before: FencingToken | undefined): Remembered | undefined;
  /** Tells whether all that the store holds is remembered, given its last write. */
  readonly isCurrent: (last: FencingToken | undefined) => boolean;
  /** Tells whether a cell may name an entity, as far as is remembered. */
  readonly mayName: (cell: string) => boolean;
  /** Takes what a write has learnt; from then on it is the last one. That it is never committed does no harm: no other follows it then. */
  keep(write: FencingToken, learnt: Learnt): void;
}

/** So many ids of entities are remembered as they are: about 20 MB. */
const ENTITIES_MAX = 100_000;

/** So many ids of evidence, of relations and of entities are remembered: up to 32 MB each. */
const WRITTEN_MAX = 2_000_000;

/** For a graph without evidence, and perhaps without entities. */
export function createWritten({ hasEntities }: { readonly hasEntities: boolean }): Written {
  return {
    evidence: createIdSketch(WRITTEN_MAX),
    relations: createIdSketch(WRITTEN_MAX),
    entities: hasEntities ? undefined : createIdSketch(WRITTEN_MAX),
    names: hasEntities ? undefined : createIdSketch(WRITTEN_MAX),
  };
}

export function createWriterMemory(): WriterMemory {
  let last: FencingToken | undefined;
  /** What `last` was built on: the store's last write until that one is committed. */
  let before: FencingToken | undefined;
  let entities = new Set<string>();
  let types: Remembered['types'];
  let written: Written | undefined;

  function keepEntity({ entity, declared }: EntityEntry): void {
    if (entities.has(entity.id) && !declared) return;
    if (entities.size < ENTITIES_MAX) entities.add(entity.id);
    written?.entities?.add(entity.id);
    for (const name of namesOf(entity)) written?.names?.add(name);
  }

  return {
    last: () => last,
    recall: (name) => (name !== undefined && name === last ? { entities, types, written } : undefined),
    isCurrent: (name) => name !== undefined && (name === last || name === before),
    mayName: (cell) => {
      const key = foldName(cell);
      return key === '' || !written?.names || written.names.mayHave(cell) || written.names.mayHave(key);
    },
    keep: (write, learnt) => {
      // A set that a transaction is reading may grow under it: what is added is there.
      if (learnt.follows !== last) entities = new Set();
      types = learnt.types;
      written = learnt.written;
      for (const entry of learnt.entities) keepEntity(entry);
      for (const id of learnt.evidence) written?.evidence.add(id);
      for (const id of learnt.relations) written?.relations.add(id);
      before = learnt.follows;
      last = write;
    },
  };
}

function namesOf({ id, name, aliases }: Entity): readonly string[] {
  return [id, foldName(name), ...aliases.map(foldName)];
}
