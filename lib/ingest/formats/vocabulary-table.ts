/** A table of relation types alone: a `vocabulary.csv`, or a list of event codes with names, as CAMEO's. */
import { Readable } from 'node:stream';

import type { RelationClass, RelationType } from '@/lib/model/relation-type';

import { refuseCell } from '../rows/check-cell';
import { toPlainName } from '../table/map-columns';
import { readRows, rejectsOf, valuesOf } from '../rows/read-rows';
import { openTable, type TableRow } from '../table/read-table';
import { readVocabulary, toInverseLabel } from '../names/read-vocabulary';
import { recognisedBy } from '../recognise';
import type { Format, Source } from '../source';
import { toTypeName } from '../names/type-index';

const codeColumns = {
  required: ['code', 'name'],
  optional: ['quad_class', 'plover_event'],
};

/** The numbers of CAMEO's quad classes. */
const quadClasses: ReadonlyMap<string, RelationClass> = new Map([
  ['1', 'verbal-cooperation'],
  ['2', 'material-cooperation'],
  ['3', 'verbal-conflict'],
  ['4', 'material-conflict'],
]);

export const vocabularyTable: Format = {
  name: 'vocabulary',
  title: 'relation types',
  recognises: recognisedBy('its columns are those of relation types', ({ isFolder, text }) => {
    const names = columnsOf(text);
    return !isFolder && (isVocabulary(names) || codeColumns.required.every((name) => names.includes(name)));
  }),
  open: async ({ path, text }) => {
    const results = isVocabulary(columnsOf(text)) ? await readVocabulary(path) : await readCodes(path);
    const types = valuesOf(results);
    return {
      files: [path],
      types,
      rejects: rejectsOf(results),
      notices: () => [`Relation types: ${types.length}.`],
      pieces: () => Readable.from([]),
    } satisfies Source;
  },
};

function columnsOf(text: string): readonly string[] {
  const [line = ''] = text.split(/\r?\n/u, 1);
  return line.split(/[,;\t]/u).map(toPlainName);
}

function isVocabulary(names: readonly string[]): boolean {
  return ['type', 'label', 'inverse', 'class'].every((name) => names.includes(name));
}

async function readCodes(path: string) {
  const taken = new Set<string>();
  return readRows(await openTable(path, codeColumns), (row) => {
    const type = toType(row, taken);
    taken.add(type.type);
    return type;
  });
}

/** Two codes of one name are two types: the second has its code in its name. */
function toType({ cells }: TableRow, taken: ReadonlySet<string>): RelationType {
  const code = cells.get('code') ?? refuseCell('code', 'the code is empty');
  const label = cells.get('name') ?? refuseCell('name', 'the name is empty; say what the code means');
  const name = toTypeName(label);
  return {
    type: taken.has(name) ? toTypeName(`${label} ${code}`) : name,
    label,
    inverse: toInverseLabel(label),
    plover: cells.get('plover_event') ?? null,
    cameo: code,
    class: quadClasses.get(cells.get('quad_class') ?? '') ?? 'none',
    symmetric: false,
  };
}
