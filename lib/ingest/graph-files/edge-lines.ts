/** What lists of edges as text have in common: whole names at both ends, and one or more edges on a line. */
import type { Entity } from '@/lib/model/entity';
import { EntenteError } from '@/lib/model/entente-error';

import { detectEncoding } from '../bytes/detect-encoding';
import { noteEncoding } from '../bytes/note-encoding';
import { readLines } from '../bytes/read-lines';
import { LONGEST_LINE, type Line } from '../bytes/split-lines';
import type { FileSample } from '../bytes/take-sample';
import { toEntityId } from '../names/name-resolver';
import type { Attributes } from '../names/read-attributes';
import { checkText } from '../rows/check-text';
import type { OpenOptions, Piece, Source } from '../source';
import { createGraphReader, type GraphReader } from './graph-edges';

/** An edge by the names of its ends. */
interface NamedEdge {
  readonly source: string;
  readonly target: string;
  readonly type?: string | undefined;
  readonly isDirected?: boolean;
  readonly attributes?: Attributes;
}

/** What a line says: edges, a node without any, or why it says nothing. */
export type LineReading =
  { readonly edges: readonly NamedEdge[] } | { readonly node: string } | { readonly problem: string };

/**
 * Opens a list of edges as text.
 *
 * @param sample - the file
 * @param readLine - reads a line that is not blank, without the blanks around it; lines come in order, from the first
 * @throws the file system's errors
 */
export async function openEdgeLines(
  { path: file, name }: FileSample,
  readLine: (text: string, line: number) => LineReading,
  { fallbackTypes, meter }: OpenOptions,
): Promise<Source> {
  const encoding = await detectEncoding(file);
  let reader = createGraphReader(name, fallbackTypes);
  return {
    files: [file],
    notices: () => [...noteEncoding(name, encoding), ...reader.notices()],
    pieces: async function* () {
      reader = createGraphReader(name, fallbackTypes);
      for await (const lines of readLines(file, { encoding, meter }))
        yield lines.flatMap((line) => toPieces(line, { file, reader, readLine }));
    },
  };
}

interface Reading {
  readonly file: string;
  readonly reader: GraphReader;
  readonly readLine: (text: string, line: number) => LineReading;
}

function toPieces(line: Line, { file, reader, readLine }: Reading): readonly Piece[] {
  const raw = line.text.trim();
  if (raw === '') return [];
  const place = { file, line: line.number, raw };
  const fault = findFault(line);
  const reading = fault === undefined ? readLine(raw, line.number) : { problem: fault };
  if ('problem' in reading) return [toReject(place, reading.problem)];
  if ('node' in reading) return [toNodePiece(place, reading.node)];
  const isOne = reading.edges.length === 1;
  return reading.edges.flatMap(({ source, target, type, isDirected = true, attributes = new Map() }, at) =>
    reader.toPieces({
      ...place,
      ...{ type, isDirected, attributes, source: { name: source }, target: { name: target } },
      record: isOne ? undefined : at + 1,
    }),
  );
}

function findFault({ isCut, isBroken }: Line): string | undefined {
  if (isCut) return `the line is longer than ${LONGEST_LINE / 1024 / 1024} MiB; split it`;
  return isBroken ? 'it is not text in the encoding of the file; correct it' : undefined;
}

type Place = Pick<Line & { file: string; raw: string }, 'file' | 'raw'> & { readonly line: number };

function toNodePiece(place: Place, name: string): Piece {
  try {
    const id = toEntityId({ name });
    const entity: Entity = { id, name: checkText('name', name), kind: 'thing', aliases: [] };
    return { kind: 'entity', entity };
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    return toReject(place, error.message);
  }
}

function toReject({ file, line, raw }: Place, reason: string): Piece {
  return { kind: 'reject', reject: { file, line, column: '', reason, row: raw } };
}
