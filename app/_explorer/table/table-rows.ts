import { typeLabel } from '@/lib/graph/describe';
import type { EntityFact, FactsGraph, RelationFact } from '@/lib/graph/facts';
import type { VisibleFacts } from '@/lib/graph/visible-facts';
import type { RelationType } from '@/lib/model/relation-type';
import { marksText, relationSentence, type RelationSentence } from '@/lib/reading/relation-sentence';
import { standingOf } from '@/lib/reading/standing';

/** One relation as the table tells it: its sentence, cut into cells. */
export interface RelationRow extends RelationFact {
  readonly subject: EntityFact;
  readonly object: EntityFact;
  readonly sentence: RelationSentence;
}

export const relationColumns = ['subject', 'verb', 'object', 'state', 'start', 'evidence'] as const;
export const entityColumns = ['name', 'kind', 'relations'] as const;

export interface Order<Column extends string> {
  readonly column: Column;
  readonly isDown: boolean;
}

interface Seen {
  readonly facts: FactsGraph;
  readonly visible: VisibleFacts;
}

const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * Lists the visible relations in the order asked for; ties are ordered by subject, then by object.
 */
export function toRelationRows(
  { facts, visible }: Seen,
  types: ReadonlyMap<string, RelationType>,
  order: Order<(typeof relationColumns)[number]>,
): readonly RelationRow[] {
  const rows = [...visible.relations].map((id) => toRow(facts, id, types));
  return rows.sort(
    (one, other) =>
      compare(cellOf(one, order.column), cellOf(other, order.column), order.isDown) ||
      words.compare(one.subject.name, other.subject.name) ||
      words.compare(one.object.name, other.object.name),
  );
}

/** Lists the visible entities in the order asked for. */
export function toEntityRows(
  { facts, visible }: Seen,
  order: Order<(typeof entityColumns)[number]>,
): readonly EntityFact[] {
  const rows = [...visible.entities].map((id) => facts.getNodeAttributes(id));
  return rows.sort(
    (one, other) =>
      compare(one[order.column], other[order.column], order.isDown) || words.compare(one.name, other.name),
  );
}

function toRow(facts: FactsGraph, id: string, types: ReadonlyMap<string, RelationType>): RelationRow {
  const relation = facts.getEdgeAttributes(id);
  const subject = facts.getNodeAttributes(facts.source(id));
  const object = facts.getNodeAttributes(facts.target(id));
  const label = typeLabel(relation.type, types);
  // A slice leaves out what is only denied, and tells neither what a relation is about nor where.
  const told = { ...relation, label, subject, object, about: null, when: null, place: null };
  const sentence = relationSentence(told, standingOf({ ...relation, denied: false }));
  return { ...relation, subject, object, sentence };
}

function cellOf(row: RelationRow, column: (typeof relationColumns)[number]): string | number | null {
  switch (column) {
    case 'subject':
    case 'object':
      return row[column].name;
    case 'verb':
      return row.sentence.verb;
    case 'state':
      return stateWords(row.sentence);
    case 'start':
    case 'evidence':
      return row[column];
  }
}

/** What is told as a plain fact has none. */
function stateWords({ marks, source = '' }: RelationSentence): string | null {
  return [marksText(marks), source].filter((words) => words !== '').join(', ') || null;
}

/** What has no value comes last whichever way one sorts. */
function compare(one: string | number | null, other: string | number | null, isDown: boolean): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const upwards =
    typeof one === 'number' && typeof other === 'number'
      ? one - other
      : words.compare(String(one), String(other));
  return isDown ? -upwards : upwards;
}
