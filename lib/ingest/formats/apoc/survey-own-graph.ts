/** What a graph of Entente's own holds, as Neo4j exports it: entities, relations and the evidence for them (see docs/decisions/0004). */
import { z } from 'zod';

import { Document } from '@/lib/model/document';
import { Entity } from '@/lib/model/entity';
import { Stance } from '@/lib/model/evidence';
import { DocumentId, PassageId } from '@/lib/model/ids';
import { RelationType } from '@/lib/model/relation-type';

import { fieldOf, isRecord, toText, type JsonRecord } from '../../json/json-value';
import { parseJson } from '../../json/parse-json';
import { readLines } from '../../bytes/read-lines';
import { createTally, type Tally } from '../../rows/tally';

const OwnPassage = z.object({ id: PassageId, index: z.int().positive() });
const OwnEvidence = z.object({
  relation: z.string(),
  stance: Stance,
  start: z.int().optional(),
  end: z.int().optional(),
  attributedTo: z.string().optional(),
  document: DocumentId.optional(),
  grade: z.enum(['candidate', 'co-mention']).optional().catch(undefined),
  statement: z.string().optional(),
});
const OwnRelation = z.object({
  id: z.string(),
  about: z.string().optional(),
  start: z.string().optional(),
  end: z.string().optional(),
  qualifier: z.string().optional(),
  place: z.string().optional(),
  modality: z.string().optional(),
});
const OwnSpan = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });

export interface OwnRelation extends z.infer<typeof OwnRelation> {
  readonly type: string;
  readonly source: string;
  readonly target: string;
}

interface OwnMention extends z.infer<typeof OwnSpan> {
  readonly entity: string;
}

/** By the ids that the export gives its nodes. It grows with the evidence, the relations and the mentions; texts stay in the file. */
export interface OwnGraph {
  readonly types: RelationType[];
  readonly entities: Map<string, Entity>;
  readonly documents: Map<string, Document>;
  readonly passages: Map<string, z.infer<typeof OwnPassage>>;
  readonly evidence: Map<string, z.infer<typeof OwnEvidence> & { readonly line: number }>;
  readonly relations: Map<string, OwnRelation>;
  readonly documentOf: Map<string, string>;
  readonly passageOf: Map<string, string>;
  readonly mentions: Map<string, OwnMention[]>;
  /** Nodes and relationships that are not Entente's. */
  readonly others: Tally;
}

/** Finds Entente's own graph in an export; undefined when it holds no evidence. */
export async function surveyOwnGraph(file: string): Promise<OwnGraph | undefined> {
  const graph: OwnGraph = {
    types: [],
    entities: new Map(),
    documents: new Map(),
    passages: new Map(),
    evidence: new Map(),
    relations: new Map(),
    documentOf: new Map(),
    passageOf: new Map(),
    mentions: new Map(),
    others: createTally(),
  };
  for await (const record of readRecords(file)) {
    if (fieldOf(record.value, 'type') === 'node') takeNode(record, graph);
    else takeRelationship(record.value, graph);
  }
  return graph.evidence.size === 0 ? undefined : graph;
}

interface OwnRecord {
  readonly value: JsonRecord;
  readonly line: number;
}

async function* readRecords(file: string): AsyncGenerator<OwnRecord> {
  for await (const lines of readLines(file)) {
    for (const { text, number } of lines) {
      const parsed = parseJson(text);
      if ('value' in parsed && isRecord(parsed.value)) yield { value: parsed.value, line: number };
    }
  }
}

type NodeTaker = (properties: unknown, id: string, graph: OwnGraph) => boolean;

const nodeTakers: readonly (readonly [string, NodeTaker])[] = [
  ['Entity', (properties, id, { entities }) => keep(Entity, withAliases(properties), [entities, id])],
  ['Document', (properties, id, { documents }) => keep(Document, properties, [documents, id])],
  ['Passage', (properties, id, { passages }) => keep(OwnPassage, properties, [passages, id])],
];

function takeNode({ value, line }: OwnRecord, graph: OwnGraph): void {
  const labels = fieldOf(value, 'labels');
  const properties = fieldOf(value, 'properties');
  const id = toText(fieldOf(value, 'id')) ?? '';
  const names = Array.isArray(labels) ? labels.map(String) : [];
  const taker = nodeTakers.find(([label]) => names.includes(label));
  const isTaken =
    taker?.[1](properties, id, graph) ??
    (names.includes('Evidence')
      ? takeEvidence(properties, id, { graph, line })
      : takeType(properties, graph));
  if (!isTaken) graph.others.add(names.join(':'));
}

function takeEvidence(
  properties: unknown,
  id: string,
  { graph, line }: { readonly graph: OwnGraph; readonly line: number },
): boolean {
  const parsed = OwnEvidence.safeParse(properties);
  if (parsed.success) graph.evidence.set(id, { ...parsed.data, line });
  return parsed.success;
}

function takeType(properties: unknown, { types }: OwnGraph): boolean {
  const codes = { plover: null, cameo: null };
  const parsed = RelationType.safeParse(isRecord(properties) ? { ...codes, ...properties } : properties);
  if (parsed.success) types.push(parsed.data);
  return parsed.success;
}

function withAliases(properties: unknown): unknown {
  return isRecord(properties) ? { aliases: [], ...properties } : properties;
}

function keep<S extends z.ZodType>(
  schema: S,
  properties: unknown,
  [kept, id]: readonly [Map<string, z.output<S>>, string],
): boolean {
  const parsed = schema.safeParse(properties);
  if (parsed.success) kept.set(id, parsed.data);
  return parsed.success;
}

function takeRelationship(value: JsonRecord, graph: OwnGraph): void {
  const type = toText(fieldOf(value, 'label')) ?? '';
  const [source, target] = [idOf(fieldOf(value, 'start')), idOf(fieldOf(value, 'end'))];
  const properties = fieldOf(value, 'properties') ?? {};
  const relation = OwnRelation.safeParse(properties);
  if (type === 'PART_OF' && !relation.success) graph.documentOf.set(source, target);
  else if (type === 'CITES' && !relation.success) graph.passageOf.set(source, target);
  else if (relation.success)
    graph.relations.set(relation.data.id, { ...relation.data, type, source, target });
  else if (!takeMention(properties, [source, target], graph)) graph.others.add(type);
}

function takeMention(
  properties: unknown,
  [passage, entity]: readonly [string, string],
  { mentions }: OwnGraph,
): boolean {
  const span = OwnSpan.safeParse(properties);
  if (!span.success) return false;
  const known = mentions.get(passage) ?? [];
  known.push({ ...span.data, entity });
  mentions.set(passage, known);
  return true;
}

function idOf(end: unknown): string {
  return isRecord(end) ? (toText(fieldOf(end, 'id')) ?? '') : '';
}
