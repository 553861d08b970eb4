/** A text with marks as INCEpTION and WebAnno export it (WebAnno TSV 3). */
import path from 'node:path';
import { Readable } from 'node:stream';

import { EntenteError } from '@/lib/model/entente-error';

import { createAnnotationReader } from '../../annotations/annotation-pieces';
import { surveyAddresses } from '../../annotations/survey-addresses';
import { decodeFile } from '../../bytes/decode-text';
import { readWhole } from '../../documents/read-document';

import { recognisedBy } from '../../recognise';
import type { Format, Piece } from '../../source';
import { parseTsv } from './parse-tsv';
import { toTexts } from './to-texts';

const FORMAT = /^#FORMAT=WebAnno TSV 3\b/u;
const BROKEN =
  'it is no row of a token; a row begins with the number of its sentence and token, and with its offsets';

export const webAnno: Format = {
  name: 'webanno',
  title: 'a text with marks of WebAnno or INCEpTION',
  recognises: recognisedBy('it says that it is WebAnno TSV 3', ({ text }) => FORMAT.test(text)),
  open: async ({ path: file, name }) => {
    const dataset = path.basename(name, path.extname(name));
    const parsed = parseTsv(decodeFile(await readWhole(file)));
    if (parsed.sentences.length === 0)
      throw new EntenteError(
        'invalid',
        `${file} has no line that begins with #Text=, as each sentence of WebAnno TSV does. Export it anew.`,
      );
    const texts = toTexts(parsed, { path: file, title: dataset });
    const survey = surveyAddresses();
    texts.forEach(survey.add);
    let reader = createAnnotationReader(dataset, survey.namesOf);
    const broken = parsed.broken.map(({ line, raw }): Piece => ({
      kind: 'reject',
      reject: { file, line, column: '', reason: BROKEN, row: raw },
    }));
    return {
      dataset,
      files: [file],
      notices: () => reader.notices(),
      pieces: () => {
        reader = createAnnotationReader(dataset, survey.namesOf);
        return Readable.from([
          ...texts.map((text) => reader.toPieces(text, { file, line: text.line, raw: '' })),
          broken,
        ]);
      },
    };
  },
};
