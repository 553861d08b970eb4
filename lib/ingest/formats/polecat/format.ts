/** Events of POLECAT, which follows ICEWS: a table a year with tabs between its cells, coded by PLOVER. */
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';
import { hasFields, type FieldNames } from '../../table/open-field-rows';
import { openFieldSource } from '../../table/open-field-source';
import { createPolecatReader } from './pieces';

const fields: FieldNames = {
  required: {
    event_type: ['eventtype'],
    event_mode: ['eventmode'],
    quad_code: ['quadcode'],
    actor_name: ['actorname'],
    recipient_name: ['recipientname'],
  },
  optional: {
    event_id: ['eventid'],
    story_id: ['storyid'],
    start: ['eventdate'],
    contexts: ['contexts'],
    actor_raw: ['actornameraw'],
    recipient_raw: ['recipientnameraw'],
    place: ['placename'],
    city: ['city'],
    raw_place: ['rawplacename'],
    source: ['source'],
    headline: ['headline'],
    published: ['publicationdate'],
    story_people: ['storypeople'],
    story_organizations: ['storyorganizations'],
  },
};

export const polecat: Format = {
  name: 'polecat',
  title: 'events of POLECAT',
  recognises: recognisedBy("its columns are POLECAT's", (sample) => hasFields(sample, fields)),
  open: (sample, options) => openFieldSource(sample, { fields, createReader: createPolecatReader }, options),
};
