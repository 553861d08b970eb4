/** Texts in which persons or programs have marked names and relations, as tools of annotation and corpora write them in JSON. */
import path from 'node:path';

import { createAnnotationReader } from '../../annotations/annotation-pieces';
import type { AnnotatedText, NamesOfAddress } from '../../annotations/annotated-text';
import { surveyAddresses } from '../../annotations/survey-addresses';
import type { FileSample } from '../../bytes/take-sample';
import { isRecord, type JsonRecord } from '../../json/json-value';
import { parseJson } from '../../json/parse-json';
import { peekJson, recordsOf } from '../../json/peek-json';
import {
  openJson,
  toBrokenPiece,
  type JsonFile,
  type JsonLayout,
  type JsonRecordRead,
} from '../../json/read-json';
import { recognisedBy } from '../../recognise';
import type { Format, Piece } from '../../source';
import { doccano } from './doccano';
import type { AnnotationKind } from './kind';
import { labelStudio } from './label-studio';
import { nyt } from './nyt';
import { prodigy } from './prodigy';
import { tRex } from './t-rex';
import { dygie, fewRel, spert, tacred } from './token-corpora';

const kinds: readonly AnnotationKind[] = [
  labelStudio,
  prodigy,
  doccano,
  spert,
  dygie,
  tacred,
  nyt,
  fewRel,
  tRex,
];

export const annotations: Format = {
  name: 'annotations',
  title: 'annotated texts as JSON',
  recognises: recognisedBy(
    'its records are texts with marked words and relations between them',
    (sample) => findKind(sample) !== undefined,
  ),
  open: async (sample, { meter }) => {
    const { path: file, name } = sample;
    const dataset = path.basename(name, path.extname(name));
    const json = await openJson(file, findLayout(sample));
    const namesOf = findKind(sample)?.hasAddresses === true ? await findNames(json) : undefined;
    let reader = createAnnotationReader(dataset, namesOf);
    return {
      dataset,
      files: [file],
      notices: () => [...json.notices, ...reader.notices()],
      pieces: async function* () {
        reader = createAnnotationReader(dataset, namesOf);
        let number = 0;
        for await (const records of json.records(meter))
          yield records.flatMap((record): readonly Piece[] => {
            number += 1;
            return toPieces(record, { file, number, reader });
          });
      },
    };
  },
};

/** The names of what has an address, by a first look through the file. */
async function findNames(json: JsonFile): Promise<NamesOfAddress> {
  const survey = surveyAddresses();
  for await (const records of json.records()) records.flatMap(toTexts).forEach(survey.add);
  return survey.namesOf;
}

function toTexts(read: JsonRecordRead): readonly AnnotatedText[] {
  const record = read.problem === undefined && isRecord(read.value) ? read.value : undefined;
  const kind = record && kinds.find((each) => each.test(record));
  return record && kind ? kind.read({ record, key: read.key, number: 1 }) : [];
}

interface Reading {
  readonly file: string;
  readonly number: number;
  readonly reader: ReturnType<typeof createAnnotationReader>;
}

function toPieces(read: JsonRecordRead, { file, number, reader }: Reading): readonly Piece[] {
  if (read.problem !== undefined) return [toBrokenPiece(file, read, read.problem)];
  const { value, key, line, raw } = read;
  const record = isRecord(value) ? value : undefined;
  const kind = record && kinds.find((each) => each.test(record));
  if (record === undefined) return [toBrokenPiece(file, read, 'it is not a text with marks')];
  const texts = kind?.read({ record, key, number }) ?? readBare(record, number);
  if (texts.length === 0) return [toBrokenPiece(file, read, 'it has no text; add it as text')];
  return texts.flatMap((text) => reader.toPieces(text, { file, line, raw }));
}

/** A text in which nothing was marked. */
function readBare(record: JsonRecord, number: number) {
  const texts = [labelStudio, doccano, nyt].flatMap((kind) => kind.read({ record, key: undefined, number }));
  return texts.filter(({ text }) => text.trim() !== '').slice(0, 1);
}

function findKind(sample: FileSample): AnnotationKind | undefined {
  const records = firstRecords(sample);
  return kinds.find((kind) => records.some((record) => kind.test(record)));
}

function firstRecords(sample: FileSample): readonly JsonRecord[] {
  const alone = findAlone(sample);
  if (alone) return [alone];
  const peek = peekJson(sample);
  const listed = [...(peek?.members ?? [])].flatMap(([, values]) => values.filter(isRecord));
  return peek?.layout === 'members' ? listed : recordsOf(peek);
}

/** The one record of a file with one line, which lists marks as a document would its records. */
function findAlone({ isFolder, text }: FileSample): JsonRecord | undefined {
  if (isFolder || text.trim().includes('\n')) return undefined;
  const parsed = parseJson(text.trim());
  const value = 'value' in parsed ? parsed.value : undefined;
  return isRecord(value) && kinds.some((kind) => kind.test(value)) ? value : undefined;
}

function findLayout(sample: FileSample): JsonLayout {
  return findAlone(sample) ? 'lines' : (peekJson(sample)?.layout ?? 'lines');
}
