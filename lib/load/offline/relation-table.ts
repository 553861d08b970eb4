import { EntenteError } from '@/lib/model/entente-error';
import type { RelationType } from '@/lib/model/relation-type';
import { toCounts } from '@/lib/store/verbs/rows/count-evidence';
import { toSupportProperties, type Support } from '@/lib/store/verbs/rows/evidence-support';

import { toCells } from './csv-row';
import type { CsvTable } from './csv-table';
import { FIELD, toEvidenceRecord, type GatheredEvidence } from './evidence-record';
import { optionalNumberAt, optionalTextAt, textAt, type RecordFields } from './record-fields';
import { countEvidence, noteRelation, type RelationCounts } from './relation-counts';
import { createSpool, type Heap } from './spool';

interface RelationTables {
  readonly relations: CsvTable;
  readonly evidence: CsvTable;
  readonly citingEvidence: CsvTable;
  readonly citations: CsvTable;
  readonly documentCitations: CsvTable;
}

interface WrittenRelations {
  readonly relations: number;
  readonly evidence: number;
  /** How many pieces of evidence each load brought or said again. */
  readonly support: ReadonlyMap<string, number>;
}

/** Gathers evidence on disk, and writes each piece once and each relation once, with the numbers counted from its evidence. */
export interface RelationGatherer {
  add(gathered: GatheredEvidence): void;
  /**
   * Writes the relations to the tables.
   * @param tables - the tables
   * @param types - the types as they are after the last batch
   * @param listDelimiter - the separator of list elements
   */
  write(
    tables: RelationTables,
    types: ReadonlyMap<string, RelationType>,
    listDelimiter: string,
  ): WrittenRelations;
}

/**
 * Creates a gatherer of relations; of rows about the same relation the first wins, except that a
 * later place fills a gap.
 * @param folder - the folder for what is gathered
 */
export function createRelationGatherer(folder: string): RelationGatherer {
  const spool = createSpool(folder);
  let number = 0;
  return {
    add: (gathered) => {
      number += 1;
      spool.add(gathered.relation.id, toEvidenceRecord(gathered, number));
    },
    write: (tables, types, listDelimiter) => {
      const support = new Map<string, number>();
      const written = { relations: 0, evidence: 0, support };
      for (const heap of spool.heaps()) {
        const relations = new Map<string, RelationCounts>();
        for (const part of heap.divide(FIELD.evidence)) {
          const evidence = readEvidence(part, relations, support);
          for (const each of evidence.values()) writeEvidence(tables, each, listDelimiter);
          written.evidence += evidence.size;
        }
        for (const relation of relations.values()) {
          writeRelation(tables.relations, { relation, class: classOf(relation, types), listDelimiter });
        }
        written.relations += relations.size;
      }
      return written;
    },
  };
}

/** A piece of evidence as it came first, and what supports it, the newest last. */
interface FoundEvidence {
  readonly fields: RecordFields;
  supports: readonly Support[];
}

/**
 * Adds up the evidence of a heap.
 * @returns each piece of evidence once
 */
function readEvidence(
  heap: Heap,
  relations: Map<string, RelationCounts>,
  support: Map<string, number>,
): ReadonlyMap<string, FoundEvidence> {
  const found = new Map<string, FoundEvidence>();
  for (const fields of heap.records()) {
    const relation = noteRelation(relations, fields);
    const id = textAt(fields, FIELD.evidence);
    const load = textAt(fields, FIELD.load);
    const known = found.get(id);
    const supports = known?.supports ?? [];
    if (supports.at(-1)?.load === load) continue;
    const others = supports.filter((each) => each.load !== load);
    const [line, record] = [FIELD.line, FIELD.record].map((place) => optionalNumberAt(fields, place));
    const grown = [...others, { load, line, record }];
    if (known === undefined) {
      found.set(id, { fields, supports: grown });
      countEvidence(relation, fields);
    } else known.supports = grown;
    if (grown.length > supports.length) support.set(load, (support.get(load) ?? 0) + 1);
  }
  return found;
}

function writeEvidence(
  tables: RelationTables,
  { fields, supports }: FoundEvidence,
  listDelimiter: string,
): void {
  const { load, line, record, also, alsoLines, alsoRecords } = toSupportProperties(supports);
  const support = [load, line, record, also, alsoLines?.map(String), alsoRecords?.map(String)];
  const cells = `${textAt(fields, FIELD.evidenceCells)},${toCells(support, listDelimiter)}`;
  const passage = optionalTextAt(fields, FIELD.passage);
  const document = optionalTextAt(fields, FIELD.document);
  if (passage === undefined && document === undefined) {
    tables.evidence.addCells(cells);
    return;
  }
  tables.citingEvidence.addCells(cells);
  const citations = passage === undefined ? tables.documentCitations : tables.citations;
  citations.add([textAt(fields, FIELD.evidence), passage ?? document]);
}

interface RelationRow {
  readonly relation: RelationCounts;
  readonly class: string;
  readonly listDelimiter: string;
}

function writeRelation(table: CsvTable, { relation, class: name, listDelimiter }: RelationRow): void {
  const { cells, place, tally } = relation;
  const { evidence, supports, documents, contested, sources, grades, coMentionsOnly } = toCounts(tally);
  const counts = [evidence, supports, documents, contested, sources, grades, coMentionsOnly || undefined];
  table.addCells(`${cells},${toCells([place, name, ...counts], listDelimiter)}`);
}

function classOf({ type }: RelationCounts, types: ReadonlyMap<string, RelationType>): string {
  const known = types.get(type);
  if (known !== undefined) return known.class;
  throw new EntenteError('invalid', `The relation type ${type} is used but was never sent.`);
}
