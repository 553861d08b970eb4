import type { Document } from './document';
import type { Entity } from './entity';
import type { Evidence } from './evidence';
import type { EvidenceId, LoadId, PassageId } from './ids';
import type { Mention } from './mention';
import type { Passage } from './passage';
import type { Relation } from './relation';
import type { RelationType } from './relation-type';

/** One run of the loader over one input: what it was, with what, and how far it has come (`row` of `file` is the last one stored). */
export interface Load {
  readonly id: LoadId;
  readonly dataset: string;
  readonly title: string;
  readonly tool: string;
  readonly startedAt: string;
  readonly inputHash: string;
  readonly row: number;
  /** Whether everything of the input is stored. Loads of older versions do not say. */
  readonly isDone?: boolean | undefined;
  /** Which ids the load took for others, as the loader wrote it down for itself; what is there stays where it is absent. */
  readonly merges?: string | undefined;
}

/**
 * An entity to store. A declared one (from `entities.csv`) sets every field of what is there; an implied one (a bare name in a
 * triple) is created if missing and changes nothing.
 */
export interface EntityEntry {
  readonly entity: Entity;
  readonly declared: boolean;
}

/** A relation type to store. A declared one (from a vocabulary file) sets every field; an implied one only fills a gap. */
export interface TypeEntry {
  readonly type: RelationType;
  readonly declared: boolean;
}

/** What one transaction of the loader stores, whole or not at all. Everything a relation or evidence names is in the batch or in the store. */
export interface Batch {
  readonly load: Load;
  readonly types: readonly TypeEntry[];
  readonly entities: readonly EntityEntry[];
  readonly documents: readonly Document[];
  readonly passages: readonly Passage[];
  readonly mentions: readonly Mention[];
  readonly relations: readonly Relation[];
  readonly evidence: readonly Evidence[];
  /** Whether it has nothing but evidence, and the relations, ends and types that evidence implies: they are there where that is. */
  readonly isTriplesOnly?: boolean | undefined;
}

export interface Counts {
  readonly entities: number;
  readonly relations: number;
  readonly evidence: number;
  readonly passages: number;
  readonly documents: number;
}

/**
 * What became of a batch. `unchanged` counts the evidence that was there already. `changedPassages` are passages whose id is
 * known with another text: they and the evidence citing them (`refusedEvidence`) are left out, since stored offsets must never
 * point into another text.
 */
export interface UpsertReport {
  readonly created: Counts;
  readonly unchanged: number;
  readonly changedPassages: readonly PassageId[];
  readonly refusedEvidence: readonly EvidenceId[];
}
