/** From a graph of Entente's own, as Neo4j exports it, back to its pieces: ids, passages, mentions and evidence as they were. */
import type { Entity } from '@/lib/model/entity';

import { fieldOf, isRecord, toText } from '../../json/json-value';
import { parseJson } from '../../json/parse-json';
import { readLines } from '../../bytes/read-lines';
import type { Meter } from '../../bytes/meter';
import type { Named, NamedMention, Piece, SourceRow } from '../../source';
import type { OwnGraph, OwnRelation } from './survey-own-graph';

const PART = 1000;
type OwnEvidence = OwnGraph['evidence'] extends Map<string, infer T> ? T : never;

/**
 * Yields types, entities and documents, then the passages, whose texts are read again, then a row
 * for each piece of evidence.
 */
export async function* toOwnPieces(
  graph: OwnGraph,
  file: string,
  meter: Meter,
): AsyncGenerator<readonly Piece[]> {
  yield graph.types.map((type): Piece => ({ kind: 'type', type }));
  yield* inParts([...graph.entities.values()], (entity): Piece => ({ kind: 'entity', entity }));
  yield* inParts([...graph.documents.values()], (document): Piece => ({ kind: 'document', document }));
  for await (const lines of readLines(file, { meter })) {
    yield lines.flatMap(({ text, number }) => toPassage(text, number, { graph, file }));
  }
  yield* inParts([...graph.evidence], ([id, evidence]): Piece => {
    const row = toRow(id, evidence, graph);
    return { kind: 'row', row: { ...row, file } };
  });
}

function* inParts<T>(values: readonly T[], toPiece: (value: T) => Piece): Generator<readonly Piece[]> {
  for (let start = 0; start < values.length; start += PART)
    yield values.slice(start, start + PART).map(toPiece);
}

interface OwnFile {
  readonly graph: OwnGraph;
  readonly file: string;
}

function toPassage(text: string, line: number, { graph, file }: OwnFile): readonly Piece[] {
  const parsed = text.includes('"Passage"') ? parseJson(text) : { value: undefined };
  if (!('value' in parsed) || !isRecord(parsed.value)) return [];
  const id = toText(fieldOf(parsed.value, 'id')) ?? '';
  const known = graph.passages.get(id);
  const document = graph.documents.get(graph.documentOf.get(id) ?? '')?.id;
  const words = wordsOf(fieldOf(parsed.value, 'properties'));
  if (!known || !document || words === '') return [];
  const passage = { id: known.id, document, index: known.index, text: words };
  return [{ kind: 'passage', passage, mentions: mentionsOf(id, graph), file, line }];
}

function wordsOf(properties: unknown): string {
  const words = isRecord(properties) ? fieldOf(properties, 'text') : undefined;
  return typeof words === 'string' ? words : '';
}

function mentionsOf(passage: string, { mentions, entities }: OwnGraph): readonly NamedMention[] {
  return (mentions.get(passage) ?? []).flatMap(({ entity, start, end }) => {
    const named = toNamed(entities.get(entity));
    return named ? [{ entity: named, start, end }] : [];
  });
}

function toNamed(entity: Entity | undefined): Named | undefined {
  return entity && { name: entity.name, id: entity.id };
}

const MISSING = 'the export lacks the relation of this evidence, or one of its ends; export the whole graph';

function toRow(id: string, evidence: OwnEvidence, graph: OwnGraph): Omit<SourceRow, 'file'> {
  const {
    line,
    relation: relationId,
    stance,
    attributedTo,
    start,
    end,
    document,
    grade,
    statement,
  } = evidence;
  const raw = JSON.stringify(evidence);
  const relation = graph.relations.get(relationId);
  const [subject, object] = [toEnd(relation?.source, graph), toEnd(relation?.target, graph)];
  if (!relation || !subject || !object) {
    return { line, raw, cells: new Map(), problem: { column: 'relation', reason: MISSING } };
  }
  const passage = graph.passages.get(graph.passageOf.get(id) ?? '')?.id;
  const cells = toCells(relation, { subject, object });
  cells.set('stance', stance);
  if (attributedTo !== undefined) cells.set('attributed_to', attributedTo);
  return {
    line,
    raw,
    cells,
    subject,
    object,
    document,
    grade,
    statement,
    ...(passage && { citation: { passage, start, end } }),
  };
}

function toEnd(id: string | undefined, { entities }: OwnGraph): Named | undefined {
  return toNamed(entities.get(id ?? ''));
}

function toCells(
  relation: OwnRelation,
  { subject, object }: { readonly subject: Named; readonly object: Named },
): Map<string, string> {
  const { type, about, end, place, modality, qualifier = '' } = relation;
  const start = relation.start === undefined ? undefined : relation.start + qualifier;
  const cells = new Map([
    ['subject', subject.name],
    ['relation', type],
    ['object', object.name],
  ]);
  for (const [name, cell] of Object.entries({ about, start, end, place, modality })) {
    if (cell !== undefined) cells.set(name, cell);
  }
  return cells;
}
