/** Events of ACLED, as its export tool writes them as a table, or its interface as JSON. */
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';
import { hasFields, type FieldNames } from '../../table/open-field-rows';
import { openFieldSource } from '../../table/open-field-source';
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
  open: (sample, options) => openFieldSource(sample, { fields, createReader: createAcledReader }, options),
};
