import { createSurvey, type BuiltSurvey } from '../extracted/built-graph';
import { toTexts } from '../json/to-attributes';
import type { DatabaseReader, DatabaseRow } from './connect-reader';
import { NODE_IDS, NODE_SHAPES, RELATIONSHIP_IDS, RELATIONSHIP_SHAPES } from './statements';

/** Ids of a page: few enough that a page is small and short whatever the nodes hold. */
export const PAGE_IDS = 2_000;

/** What a database holds, counted. */
export interface DatabaseSurvey extends BuiltSurvey {
  /** Ids within the database, the oldest first; they mean something only while nothing is deleted. */
  readonly nodeIds: readonly string[];
  readonly relationshipIds: readonly string[];
  /** How many nodes have a label, and a property: `Label.property`. */
  readonly counts: ReadonlyMap<string, number>;
  /** How many relationships have a type between two labels: `(:Chunk)-[:PART_OF]->(:Document)`. */
  readonly patterns: ReadonlyMap<string, number>;
}

/** Looks through a database page by page. What is held is an id for each node and relationship. */
export async function surveyDatabase(
  reader: DatabaseReader,
  signal: AbortSignal | undefined,
): Promise<DatabaseSurvey> {
  const survey = createSurvey();
  const counts = new Map<string, number>();
  const patterns = new Map<string, number>();
  const nodeIds = await listIds(reader, NODE_IDS, signal);
  const relationshipIds = await listIds(reader, RELATIONSHIP_IDS, signal);

  function takeNodes(row: DatabaseRow): void {
    const count = Number(row.get('count'));
    for (const label of toTexts(row.get('labels'))) {
      survey.labels.add(label);
      addTo(counts, label, count);
      for (const key of toTexts(row.get('keys'))) {
        survey.keys.add(key);
        survey.labelKeys.add(`${label}.${key}`);
        addTo(counts, `${label}.${key}`, count);
      }
    }
  }

  function takeRelationships(row: DatabaseRow): void {
    const type = String(row.get('type'));
    const [from, to] = [toTexts(row.get('from')), toTexts(row.get('to'))];
    survey.types.add(type);
    for (const key of toTexts(row.get('keys'))) survey.keys.add(key);
    addTo(patterns, `(${toLabels(from)})-[:${type}]->(${toLabels(to)})`, Number(row.get('count')));
  }

  for await (const rows of readPages(reader, { statement: NODE_SHAPES, ids: nodeIds, signal }))
    rows.forEach(takeNodes);
  for await (const rows of readPages(reader, {
    statement: RELATIONSHIP_SHAPES,
    ids: relationshipIds,
    signal,
  }))
    rows.forEach(takeRelationships);
  return { ...survey, nodeIds, relationshipIds, counts, patterns };
}

interface Pages {
  readonly statement: string;
  readonly ids: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

/** Asks for some ids after the other, each time in a short transaction; ends early once aborted. */
export async function* readPages(
  reader: DatabaseReader,
  { statement, ids, signal }: Pages,
): AsyncGenerator<readonly DatabaseRow[]> {
  for (let start = 0; start < ids.length && !signal?.aborted; start += PAGE_IDS)
    yield await reader.read(statement, { ids: ids.slice(start, start + PAGE_IDS) });
}

const inOrder = new Intl.Collator('en', { numeric: true });

/** The order of the ids is that in which things were made, as long as nothing was deleted. */
async function listIds(
  reader: DatabaseReader,
  statement: string,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const id of reader.stream(statement, 'id')) {
    if (signal?.aborted) break;
    ids.push(String(id));
  }
  return ids.sort(inOrder.compare);
}

function toLabels(labels: readonly string[]): string {
  return labels.map((label) => `:${label}`).join('');
}

function addTo(counts: Map<string, number>, name: string, count: number): void {
  counts.set(name, (counts.get(name) ?? 0) + count);
}
