/** What REBEL or mREBEL answers, as it stands: lines of triples with marks between their parts. */
import { detectEncoding } from '../../bytes/detect-encoding';
import { noteEncoding } from '../../bytes/note-encoding';
import { readLines } from '../../bytes/read-lines';
import { findKind } from '../../names/find-kind';
import { recognisedBy } from '../../recognise';
import type { Format, Named, Piece } from '../../source';
import { isLinearised, readTriples, type RebelEnd, type RebelTriple } from './linearised';

export const rebel: Format = {
  name: 'rebel',
  title: 'triples as REBEL writes them',
  recognises: recognisedBy(
    'it begins with <triplet>',
    ({ isFolder, text }) => !isFolder && isLinearised(text),
  ),
  open: async ({ path: file, name }, { meter }) => {
    const encoding = await detectEncoding(file);
    return {
      files: [file],
      notices: () => noteEncoding(name, encoding),
      pieces: async function* () {
        for await (const lines of readLines(file, { encoding, meter }))
          yield lines.flatMap(({ text, number: line }) =>
            readTriples(text).map((triple, at): Piece => toPiece(triple, { file, line, record: at + 1 })),
          );
      },
    };
  },
};

interface Place {
  readonly file: string;
  readonly line: number;
  readonly record: number;
}

function toPiece(triple: RebelTriple, place: Place): Piece {
  const { raw } = triple;
  if ('problem' in triple) {
    const { file, line } = place;
    return { kind: 'reject', reject: { file, line, column: '', reason: triple.problem, row: raw } };
  }
  const { subject, relation, object } = triple;
  const cells = new Map([
    ['subject', subject.name],
    ['relation', relation],
    ['object', object.name],
  ]);
  return { kind: 'row', row: { ...place, raw, cells, subject: toNamed(subject), object: toNamed(object) } };
}

function toNamed({ name, label }: RebelEnd): Named {
  return { name, kind: label === '' ? undefined : findKind([label]) };
}
