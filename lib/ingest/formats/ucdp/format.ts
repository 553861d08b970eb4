/** The georeferenced events of the Uppsala Conflict Data Program (UCDP GED), as a table or as JSON from its interface. */
import path from 'node:path';

import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';
import { hasFields, openFieldRows, type FieldNames } from '../../table/open-field-rows';
import { createUcdpReader } from './pieces';

const fields: FieldNames = {
  member: 'Result',
  required: { side_a: ['sidea'], side_b: ['sideb'], type_of_violence: ['typeofviolence'] },
  optional: {
    start: ['datestart'],
    end: ['dateend'],
    date_prec: ['dateprec'],
    country: ['country'],
    where_coordinates: ['wherecoordinates'],
    source_article: ['sourcearticle'],
    source_office: ['sourceoffice'],
    source_date: ['sourcedate'],
    source_headline: ['sourceheadline'],
    source_original: ['sourceoriginal'],
    best: ['best', 'bestest'],
    low: ['low', 'lowest'],
    high: ['high', 'highest'],
  },
};

export const ucdp: Format = {
  name: 'ucdp-ged',
  title: 'events of UCDP GED',
  recognises: recognisedBy("its columns are those of UCDP's events", (sample) => hasFields(sample, fields)),
  open: async (sample, { meter, isVerbose }) => {
    const { path: file, name } = sample;
    const table = await openFieldRows(sample, fields, { isVerbose });
    const dataset = path.basename(name, path.extname(name));
    return {
      dataset,
      files: [file],
      columns: table.columns,
      notices: table.notices,
      pieces: async function* () {
        const toPieces = createUcdpReader(dataset);
        for await (const rows of table.rows(meter)) yield rows.flatMap(toPieces);
      },
    };
  },
};
