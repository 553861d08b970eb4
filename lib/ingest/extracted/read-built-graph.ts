/** Exports of a database, whatever their form, that may hold a graph which a tool has built from texts. */
import path from 'node:path';

import { readBytes } from '../bytes/read-bytes';
import type { Meter } from '../bytes/meter';
import type { GraphRecord } from '../graph-files/graph-record';
import type { Attributes } from '../names/read-attributes';
import type { OpenOptions, Piece, Source } from '../source';
import {
  createSurvey,
  findBuilder,
  surveyNode,
  surveyLink,
  type BuiltGraph,
  type BuiltLink,
  type BuiltNode,
  type BuiltSurvey,
} from './built-graph';
import { openBuiltGraph } from './open-built-graph';

/** Reads an export from its beginning: its nodes, or its edges and what cannot be read. */
type ReadExport = (reading: 'nodes' | 'edges', meter?: Meter) => AsyncIterable<readonly GraphRecord[]>;

export interface ExportedGraph {
  readonly file: string;
  /** The file's name, with its extension. */
  readonly name: string;
  readonly records: ReadExport;
}

/**
 * Opens an export as a graph that a tool has built from texts.
 *
 * @returns nothing where no tool that is known has built it
 * @throws the file system's errors
 */
export async function openIfBuilt(
  { file, name, records }: ExportedGraph,
  options: OpenOptions,
): Promise<Source | undefined> {
  if (!(await mayBeBuilt(file))) return undefined;
  const builder = findBuilder(await surveyRecords(records));
  if (builder === undefined) return undefined;
  const dataset = path.basename(name, path.extname(name));
  const read = (): ReturnType<typeof readRecords> => readRecords(records, options.meter);
  return openBuiltGraph({ files: [file], dataset, builder, read }, options);
}

/** Words of which one is in each graph that a tool has built from texts, as a text or an element of its own. */
const HINT = /[">,](?:RELATES_TO|HAS_ENTITY|FROM_CHUNK|MENTIONS|DIRECTED|contains)["<,\r\n]/u;
const LONGEST_HINT = 16;
const VECTOR = /embedding/iu;

/** Whether an export may be of a graph that a tool has built from texts; the file is looked through and not parsed. */
async function mayBeBuilt(file: string): Promise<boolean> {
  let end = '';
  for await (const bytes of readBytes(file)) {
    const text = end + bytes.toString('latin1');
    if (HINT.test(text)) return true;
    end = text.slice(-LONGEST_HINT);
  }
  return false;
}

/** Looks through an export in flat memory. */
async function surveyRecords(read: ReadExport): Promise<BuiltSurvey> {
  const survey = createSurvey();
  const take = (record: GraphRecord): void => {
    if (record.kind === 'node') surveyNode(survey, { ...record, labels: record.kinds ?? [] });
    if (record.kind === 'edge') surveyLink(survey, { ...record, type: record.type ?? '' });
  };
  for await (const records of read('nodes')) records.forEach(take);
  for await (const records of read('edges')) records.forEach(take);
  return survey;
}

/**
 * Reads an export into memory, with its texts and without vectors.
 *
 * @returns the graph, and a reject for each record that cannot be read
 */
async function readRecords(
  read: ReadExport,
  meter: Meter,
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
      const { source, target, type = '' } = record;
      const attributes = new Map(withoutVectors(record.attributes));
      // GraphML repeats the type among the attributes.
      if (attributes.get('label')?.[0] === type) attributes.delete('label');
      links.push({ ...placeOf(record), source, target, type, attributes });
    } else {
      const { column = '', reason, raw, ...place } = record;
      const reject = { file: place.file, line: place.line, column, reason, row: raw };
      rejects.push({ kind: 'reject', reject });
    }
  }

  for await (const records of read('nodes')) records.forEach(take);
  for await (const records of read('edges', meter)) records.forEach(take);
  return { nodes, links, rejects };
}

/** What stands there is kept for the rejects, and vectors are none of it. */
function placeOf({ file, line, raw }: Pick<GraphRecord, 'file' | 'line' | 'raw'>) {
  return { file, line, raw: raw.slice(0, 200) };
}

function withoutVectors(attributes: Attributes): Attributes {
  return new Map([...attributes].filter(([name]) => !VECTOR.test(name)));
}
