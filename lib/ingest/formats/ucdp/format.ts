/** The georeferenced events of the Uppsala Conflict Data Program (UCDP GED), as a table or as JSON from its interface. */
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';
import { hasFields, type FieldNames } from '../../table/open-field-rows';
import { openFieldSource, type FieldReader } from '../../table/open-field-source';
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
  open: (sample, options) => openFieldSource(sample, { fields, createReader }, options),
};

function createReader(dataset: string): FieldReader {
  return { toPieces: createUcdpReader(dataset), notices: () => [] };
}
