/** A CSV file of its own with `subject,relation,object`: names become entities, and each row is its own evidence, "file, line". */
import { stat } from 'node:fs/promises';
import path from 'node:path';

import { deriveId } from '@/lib/model/derive-id';
import { LoadId } from '@/lib/model/ids';

import { hashFiles } from '../hash-files';
import type { Format, Input } from '../input';
import { noteUnknownColumns, refuseNoRows } from '../look-over';
import { openTable } from '../read-table';
import { countRows, readTriples, tripleColumns } from '../read-triples';
import { readVocabulary } from '../read-vocabulary';
import { createTypeIndex } from '../type-index';

export const triplesFile: Format = {
  name: 'CSV file of triples',
  recognises: async (file) => (await stat(file)).isFile(),
  open: async (file, { resolve, baseVocabulary }) => {
    const table = await openTable(file, tripleColumns);
    const { rows } = await countRows(table);
    refuseNoRows(table, rows);
    const base = baseVocabulary === undefined ? [] : await readVocabulary(baseVocabulary);
    const name = path.basename(file).normalize('NFC');
    const dataset = path.basename(name, path.extname(name));
    const inputHash = await hashFiles([...(baseVocabulary === undefined ? [] : [baseVocabulary]), file]);
    const load = LoadId.parse(deriveId('l', [dataset, inputHash, name]));
    const context = {
      dataset,
      file: name,
      load,
      documents: { passages: new Map(), refused: new Set<string>() },
      findType: createTypeIndex(
        [],
        base.flatMap((result) => ('value' in result ? [result.value] : [])),
      ),
    };
    return {
      dataset,
      title: name,
      load,
      inputHash,
      rows,
      notices: noteUnknownColumns(table),
      items: () => readTriples(table, context, { find: () => ({ status: 'unknown' }), resolve }),
    } satisfies Input;
  },
};
