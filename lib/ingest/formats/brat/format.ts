/** A folder of texts with the marks that brat keeps beside them (`.ann` and `.txt`), or one such pair. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { createAnnotationReader, type AnnotationReader } from '../../annotations/annotation-pieces';
import { decodeFile } from '../../bytes/decode-text';
import { isAboutFolder, isDataName } from '../../bytes/file-names';
import { findPart } from '../../bytes/find-part';
import { listFiles } from '../../bytes/list-files';
import { noteOthers } from '../../bytes/note-others';
import type { FileSample } from '../../bytes/take-sample';
import { recognisedBy } from '../../recognise';
import { refuseCell } from '../../rows/check-cell';
import { attemptRow } from '../../rows/read-rows';
import type { Format, Piece } from '../../source';
import { parseAnn } from './parse-ann';

const ANN = /\.ann$/iu;
const TEXT = /\.txt$/iu;
const MARK = /^[TREAMN]\d+\t|^[*#]\S*\t/u;
/** Of a text or its marks; more in one piece is no text that anybody marked. */
const MOST_BYTES = 16 * 1024 * 1024;

export const brat: Format = {
  name: 'brat',
  title: 'texts with marks of brat',
  recognises: recognisedBy('it has .ann files with their texts', async (sample) => {
    if (!sample.isFolder) return sample.extension === '.ann' && MARK.test(sample.text);
    const names = await listFiles(sample.path);
    const data = names.filter((name) => isDataName(name) && !ANN.test(name));
    return (
      data.every((name) => TEXT.test(name)) &&
      names.some((name) => ANN.test(name) && names.includes(toText(name)))
    );
  }),
  open: async (sample, { meter }) => {
    const { folder, stems, others } = await findStems(sample);
    const dataset = sample.isFolder ? sample.name : path.basename(sample.name, sample.extension);
    const parts = await Promise.all(
      stems.flatMap((stem) => [`${stem}.txt`, `${stem}.ann`]).map((name) => findPart(folder, name)),
    );
    let reader = createAnnotationReader(dataset);
    return {
      dataset,
      files: parts.filter((file) => file !== undefined),
      notices: () => [...noteOthers(others), ...reader.notices()],
      pieces: async function* () {
        reader = createAnnotationReader(dataset);
        for (const stem of stems) {
          const pair = await readPair(folder, stem);
          meter.add(pair.bytes);
          yield toPieces(pair, stem, reader);
        }
      },
    };
  },
};

function toText(name: string): string {
  return name.replace(ANN, '.txt');
}

interface Stems {
  readonly folder: string;
  /** The names of texts and marks, without an ending. */
  readonly stems: readonly string[];
  readonly others: readonly string[];
}

async function findStems(sample: FileSample): Promise<Stems> {
  if (!sample.isFolder)
    return {
      folder: path.dirname(sample.path),
      stems: [path.basename(sample.path).replace(ANN, '')],
      others: [],
    };
  const all = await listFiles(sample.path);
  const isPart = (name: string): boolean => !isAboutFolder(name) && (ANN.test(name) || TEXT.test(name));
  const stems = all.filter(isPart).map((name) => name.replace(/\.\w+$/u, ''));
  return {
    folder: sample.path,
    stems: [...new Set(stems)],
    others: all.filter((name) => !isPart(name)),
  };
}

interface Pair {
  readonly file: string;
  readonly bytes: number;
  readonly text: Part;
  readonly ann: Part;
}

/** What a file holds; undefined where there is none. */
type Part = Uint8Array | undefined | 'too large';

async function readPair(folder: string, stem: string): Promise<Pair> {
  const [text, ann] = [await readPart(folder, `${stem}.txt`), await readPart(folder, `${stem}.ann`)];
  const bytes = [text, ann].reduce((sum, part) => sum + (part instanceof Uint8Array ? part.length : 0), 0);
  return { file: path.join(folder, ann === undefined ? `${stem}.txt` : `${stem}.ann`), bytes, text, ann };
}

async function readPart(folder: string, name: string): Promise<Part> {
  const file = await findPart(folder, name);
  if (file === undefined) return undefined;
  return (await stat(file)).size > MOST_BYTES ? 'too large' : await readFile(file);
}

function toPieces({ file, text, ann }: Pair, stem: string, reader: AnnotationReader): readonly Piece[] {
  const row = { file, line: 1, raw: '', cells: new Map<string, string>() };
  const result = attemptRow(row, () => {
    const words = decode(text, `${stem}.txt`);
    if (words === undefined)
      return refuseCell('text', `there is no ${stem}.txt beside it; put the text that it annotates there`);
    const marks = parseAnn({ ann: decode(ann, `${stem}.ann`) ?? '', file }, words);
    if (words.trim() === '' && marks.spans.length === 0) return [];
    return reader.toPieces(
      { document: stem, title: stem, text: words, ...marks },
      { file, line: 1, raw: '' },
    );
  });
  return 'value' in result ? result.value : [{ kind: 'reject', reject: result.reject }];
}

function decode(part: Part, name: string): string | undefined {
  if (part === 'too large')
    return refuseCell('text', `${name} is larger than ${MOST_BYTES / 1024 ** 2} MiB; split it`);
  return part && decodeFile(part);
}
