import { EntenteError } from '@/lib/model/entente-error';

import { decodeBytes, decodeForShow } from '../bytes/decode-text';
import { detectEncoding, encodingOf, UTF_8, type Encoding } from '../bytes/detect-encoding';
import { noteEncoding } from '../bytes/note-encoding';
import { parseJson, type ParsedJson } from './parse-json';
import { readLines, readUtf8 } from '../bytes/read-lines';
import type { Meter } from '../bytes/meter';
import type { FileSample } from '../bytes/take-sample';
import type { Piece } from '../source';
import { LONGEST_LINE, type Line } from '../bytes/split-lines';
import { JsonFinder, type FoundValue, type JsonPath, type JsonPlace } from './find-values';
import { JsonSplitter, type JsonItem, type JsonShape } from './split-json';

/** How a file holds its records: one on each line, one behind the other, as a list, or as the lists and values of one object. */
export type JsonLayout = 'lines' | JsonShape;

/** A record of a file, read; or why it cannot be. `raw` is what stands in the file. */
export type JsonRecordRead = Pick<JsonItem, 'key' | 'isListed' | 'line'> & { readonly raw: string } & (
    { readonly value: unknown; readonly problem?: undefined } | { readonly problem: string }
  );

/** Of a record, in characters: what the rejects show. */
const KEPT_OF_RAW = 64 * 1024;

/** A file of JSON, in whatever encoding. */
export interface JsonFile {
  /** Reads its records in flat memory, some at a time; what is broken says so and costs no other. */
  records(meter?: Meter): AsyncGenerator<readonly JsonRecordRead[]>;
  /** Sentences about its encoding. */
  readonly notices: readonly string[];
}

/**
 * Opens a JSON file.
 * @param path - the path of the file
 * @param layout - how it holds its records
 * @throws the errors of the file system, and `invalid` for broken gzip
 */
export async function openJson(path: string, layout: JsonLayout): Promise<JsonFile> {
  const encoding = await detectEncoding(path);
  return {
    notices: noteEncoding(path, encoding),
    records: (meter) =>
      layout === 'lines'
        ? readLineRecords(path, encoding, meter)
        : readListed(path, layout, { encoding, meter }),
  };
}

async function* readLineRecords(
  path: string,
  encoding: Encoding,
  meter: Meter | undefined,
): AsyncGenerator<readonly JsonRecordRead[]> {
  for await (const lines of readLines(path, { encoding, meter })) yield lines.flatMap(toLineRecord);
}

async function* readListed(
  path: string,
  shape: JsonShape,
  options: { encoding: Encoding; meter: Meter | undefined },
): AsyncGenerator<readonly JsonRecordRead[]> {
  const splitter = new JsonSplitter(shape);
  for await (const bytes of readUtf8(path, options)) {
    yield splitter.add(bytes.toString('latin1')).map(toRecord);
    if (splitter.isBroken) return;
  }
  yield splitter.finish().map(toRecord);
}

/** A record that stands at one of the places looked for. */
export type JsonRecordFound = JsonRecordRead & { readonly path: JsonPath };

/** A file of JSON in which values stand at known places. */
export interface JsonFindings {
  /** Reads them in flat memory, some at a time and in their order; a document that breaks ends in a problem without a path. */
  records(meter?: Meter): AsyncGenerator<readonly JsonRecordFound[]>;
  /** Sentences about its encoding. */
  readonly notices: readonly string[];
}

/**
 * Opens a file of JSON for the values at some places.
 *
 * @throws the file system's errors, and `invalid` for broken gzip
 */
export async function findJson(path: string, places: readonly JsonPlace[]): Promise<JsonFindings> {
  const encoding = await detectEncoding(path);
  return {
    notices: noteEncoding(path, encoding),
    records: async function* (meter) {
      const finder = new JsonFinder(places);
      for await (const bytes of readUtf8(path, { encoding, meter })) {
        yield finder.add(bytes.toString('latin1')).map(toFound);
        if (finder.isBroken) return;
      }
      yield finder.finish().map(toFound);
    },
  };
}

/** Returns the values at some places that show in the beginning of a file; none where it is no JSON. */
export function peekFound(
  sample: FileSample,
  places: readonly JsonPlace[],
): readonly (JsonRecordFound & { problem?: undefined })[] {
  if (sample.isFolder || !/^\s*[[{]/u.test(sample.text)) return [];
  const text = new TextDecoder((encodingOf(sample.bytes) ?? UTF_8).label).decode(sample.bytes);
  const found = new JsonFinder(places).add(Buffer.from(text).toString('latin1'));
  return found.flatMap((each) => {
    const read = toFound(each);
    return read.problem === undefined ? [read] : [];
  });
}

function toFound({ path, line, text, problem }: FoundValue): JsonRecordFound {
  const key = path.find((part) => typeof part === 'string');
  return { ...toRecord({ key, isListed: true, line, column: 1, text, problem }), path };
}

/**
 * Rejects a record that cannot be read.
 * @param file - the file
 * @param problem - why it cannot be read
 */
export function toBrokenPiece(file: string, { line, raw }: JsonRecordRead, problem: string): Piece {
  return { kind: 'reject', reject: { file, line, column: '', reason: problem, row: raw } };
}

function toLineRecord({ number: line, text, isCut, isBroken }: Line): readonly JsonRecordRead[] {
  const record = text.trim();
  if (record === '') return [];
  const place = { key: undefined, isListed: true, line, raw: record.slice(0, KEPT_OF_RAW) };
  if (isCut)
    return [{ ...place, problem: `the line is longer than ${LONGEST_LINE / 1024 / 1024} MiB; split it` }];
  if (isBroken) return [{ ...place, problem: 'it cannot be decoded; save the file as UTF-8' }];
  return [{ ...place, ...parseJson(record) }];
}

function toRecord({ key, isListed, line, text, problem }: JsonItem): JsonRecordRead {
  const raw = decodeForShow(text.slice(0, KEPT_OF_RAW));
  const parsed = problem === undefined ? decode(text) : { problem };
  return { key, isListed, line, raw, ...parsed };
}

function decode(bytes: string): ParsedJson {
  try {
    return parseJson(decodeBytes(bytes));
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    return { problem: error.message };
  }
}
