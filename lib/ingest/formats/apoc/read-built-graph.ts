import { readBytes } from '../../bytes/read-bytes';
import type { Meter } from '../../bytes/meter';
import type { BuiltGraph, BuiltLink, BuiltNode, BuiltSurvey } from '../../extracted/built-graph';
import type { GraphRecord } from '../../graph-files/graph-record';
import type { Attributes } from '../../names/read-attributes';
import type { Piece } from '../../source';
import { readApoc, type ApocFile } from './read-apoc';

/** Words of which one is in each graph that a tool has built from texts. */
const HINT = /"(?:RELATES_TO|HAS_ENTITY|FROM_CHUNK|MENTIONS|DIRECTED)"/u;
const LONGEST_HINT = 16;
const VECTOR = /embedding/iu;

/** Whether an export may be of a graph that a tool has built from texts; the file is looked through and not parsed. */
export async function mayBeBuilt(file: string): Promise<boolean> {
  let end = '';
  for await (const bytes of readBytes(file)) {
    const text = end + bytes.toString('latin1');
    if (HINT.test(text)) return true;
    end = text.slice(-LONGEST_HINT);
  }
  return false;
}

/** Looks through an export in flat memory. */
export async function surveyBuiltGraph(file: ApocFile): Promise<BuiltSurvey> {
  const survey = { labels: new Set<string>(), types: new Set<string>(), keys: new Set<string>() };
  for (const reading of ['nodes', 'edges'] as const)
    for await (const records of readApoc(file, reading))
      records.forEach((record) => {
        addTo(survey, record);
      });
  return survey;
}

function addTo({ labels, types, keys }: BuiltSurvey, record: GraphRecord): void {
  if (record.kind === 'refused') return;
  if (record.kind === 'node') for (const label of record.kinds ?? []) labels.add(label);
  else types.add(record.type ?? '');
  for (const key of record.attributes.keys()) keys.add(key);
}

/**
 * Reads an export into memory, with its texts and without vectors.
 *
 * @returns The graph, and a reject for each record that cannot be read.
 */
export async function readBuiltGraph(
  file: ApocFile,
  meter?: Meter,
): Promise<BuiltGraph & { readonly rejects: readonly Piece[] }> {
  const nodes = new Map<string, BuiltNode>();
  const links: BuiltLink[] = [];
  const rejects: Piece[] = [];

  function take(record: GraphRecord): void {
    if (record.kind === 'node') {
      if (record.isImplied && nodes.has(record.id)) return;
      const { id, kinds = [], ...rest } = record;
      nodes.set(id, { ...placeOf(rest), id, labels: kinds, attributes: withoutVectors(record.attributes) });
    } else if (record.kind === 'edge') {
      const { source, target, type = '', attributes } = record;
      links.push({ ...placeOf(record), source, target, type, attributes: withoutVectors(attributes) });
    } else {
      const { column = '', reason, raw, ...place } = record;
      const reject = { file: place.file, line: place.line, column, reason, row: raw };
      rejects.push({ kind: 'reject', reject });
    }
  }

  for await (const records of readApoc(file, 'nodes')) records.forEach(take);
  for await (const records of readApoc(file, 'edges', meter)) records.forEach(take);
  return { nodes, links, rejects };
}

/** What stands there is kept for the rejects, and vectors are none of it. */
function placeOf({ file, line, raw }: Pick<GraphRecord, 'file' | 'line' | 'raw'>) {
  return { file, line, raw: raw.slice(0, 200) };
}

function withoutVectors(attributes: Attributes): Attributes {
  return new Map([...attributes].filter(([name]) => !VECTOR.test(name)));
}
