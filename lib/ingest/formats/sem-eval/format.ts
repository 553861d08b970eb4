/** Sentences of SemEval-2010, task 8, in which two ends are marked whose relation the next line says. */
import path from 'node:path';
import { Readable } from 'node:stream';

import { createAnnotationReader, type AnnotationReader } from '../../annotations/annotation-pieces';
import { decodeFile } from '../../bytes/decode-text';
import { readWhole } from '../../documents/read-document';
import { recognisedBy } from '../../recognise';
import type { Format, Piece } from '../../source';
import { parseSentences, SENTENCE, type SentenceRecord } from './parse-sentences';

const LOOKED_AT_LINES = 20;

export const semEval: Format = {
  name: 'semeval',
  title: 'sentences with two marked ends (SemEval-2010, task 8)',
  recognises: recognisedBy(
    'its sentences have <e1> and <e2>',
    ({ isFolder, text }) =>
      !isFolder && text.split(/\r?\n/u, LOOKED_AT_LINES).some((line) => SENTENCE.test(line)),
  ),
  open: async ({ path: file, name }) => {
    const dataset = path.basename(name, path.extname(name));
    const records = parseSentences(decodeFile(await readWhole(file)));
    let reader = createAnnotationReader(dataset);
    return {
      dataset,
      files: [file],
      notices: () => reader.notices(),
      pieces: () => {
        reader = createAnnotationReader(dataset);
        return Readable.from(records.map((record) => toPieces(record, { file, dataset, reader })));
      },
    };
  },
};

interface Reading {
  readonly file: string;
  readonly dataset: string;
  readonly reader: AnnotationReader;
}

function toPieces(record: SentenceRecord, { file, dataset, reader }: Reading): readonly Piece[] {
  const { line, raw } = record;
  if ('problem' in record)
    return [{ kind: 'reject', reject: { file, line, column: '', reason: record.problem, row: raw } }];
  return reader.toPieces({ document: dataset, title: dataset, ...record }, { file, line, raw });
}
