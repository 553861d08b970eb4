/** Events of ACLED, as its export tool writes them as a table, or its interface as JSON. */
import path from 'node:path';

import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';
import { hasFields, openFieldRows, type FieldNames } from '../../table/open-field-rows';
import { createAcledReader } from './pieces';

const fields: FieldNames = {
  member: 'data',
  required: {
    actor1: ['actor1'],
    actor2: ['actor2'],
    event_id_cnty: ['eventidcnty'],
    event_type: ['eventtype'],
  },
  optional: {
    start: ['eventdate'],
    sub_event_type: ['subeventtype'],
    time_precision: ['timeprecision'],
    inter2: ['inter2'],
    country: ['country'],
    admin1: ['admin1'],
    admin2: ['admin2'],
    location: ['location'],
    geo_precision: ['geoprecision'],
    source: ['source'],
    quote: ['notes'],
    fatalities: ['fatalities'],
  },
};

export const acled: Format = {
  name: 'acled',
  title: 'events of ACLED',
  recognises: recognisedBy("its columns are ACLED's", (sample) => hasFields(sample, fields)),
  open: async (sample, { meter, isVerbose }) => {
    const { path: file, name } = sample;
    const table = await openFieldRows(sample, fields, { isVerbose });
    const dataset = path.basename(name, path.extname(name));
    let reader = createAcledReader(dataset);
    return {
      dataset,
      files: [file],
      columns: table.columns,
      notices: () => [...table.notices(), ...reader.notices()],
      pieces: async function* () {
        reader = createAcledReader(dataset);
        for await (const rows of table.rows(meter)) yield rows.flatMap(reader.toPieces);
      },
    };
  },
};
