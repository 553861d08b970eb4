/** What graphs in JSON have in common whose nodes and edges stand at known places. */
import path from 'node:path';

import type { FileSample } from '../bytes/take-sample';
import type { JsonPlace } from '../json/find-values';
import { findJson, type JsonRecordFound } from '../json/read-json';
import { createTally, noteTally, type Tally } from '../rows/tally';
import type { OpenOptions, Source } from '../source';
import { toGraphPieces } from './graph-pieces';
import type { GraphRecord } from './graph-record';

/** A value that could be read, and where it stands. */
export type FoundValue = Extract<JsonRecordFound, { problem?: undefined }> & { readonly file: string };

export interface FoundTallies {
  /** Members that are not read. */
  readonly untold: Tally;
  /** Kinds that are none of ours. */
  readonly unknownKinds: Tally;
}

/** A sort of graph in JSON. */
export interface FoundDialect {
  /** Where its values stand. */
  readonly places: readonly JsonPlace[];
  readonly begin: (tallies: FoundTallies) => FoundReader;
}

/** Reads a file once. */
export interface FoundReader {
  /** Takes a value in, and gives the nodes and edges that are complete with it. */
  readonly take: (value: FoundValue) => readonly GraphRecord[];
  /** What is complete only at the end of the file. */
  readonly finish?: () => readonly GraphRecord[];
}

/**
 * Opens a graph in JSON.
 *
 * @throws the file system's errors
 */
export async function openFoundGraph(
  { path: file, name }: FileSample,
  { places, begin }: FoundDialect,
  { fallbackTypes, meter }: OpenOptions,
): Promise<Source> {
  const json = await findJson(file, places);
  const dataset = path.basename(name, path.extname(name));
  let tallies = createTallies();
  const graph = toGraphPieces({
    dataset,
    knownTypes: fallbackTypes,
    records: async function* (reading) {
      const own = createTallies();
      if (reading === 'edges') tallies = own;
      const reader = begin(own);
      let edges = 0;
      const number = (record: GraphRecord): GraphRecord =>
        record.kind === 'edge' ? { ...record, record: (edges += 1) } : record;
      for await (const found of json.records(reading === 'edges' ? meter : undefined))
        yield found.flatMap((each) => toRecords(file, each, reader).map(number));
      yield reader.finish?.().map(number) ?? [];
    },
  });
  return {
    dataset,
    files: [file],
    notices: () => [
      ...json.notices,
      ...noteTally('Not read from the document', tallies.untold),
      ...graph.notices(),
      ...noteTally('Unknown kinds, read as thing', tallies.unknownKinds),
    ],
    pieces: () => graph.pieces(),
  };
}

function toRecords(file: string, found: JsonRecordFound, reader: FoundReader): readonly GraphRecord[] {
  if (found.problem === undefined) return reader.take({ ...found, file });
  const { line, raw, problem } = found;
  return [{ kind: 'refused', file, line, raw, reason: problem }];
}

function createTallies(): FoundTallies {
  return { untold: createTally(), unknownKinds: createTally() };
}
