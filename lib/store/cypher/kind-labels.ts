import type { EntityKind } from '@/lib/model/entity';

/** The label that an entity of a kind carries besides `Entity`. */
export const kindLabels: Readonly<Record<EntityKind, string>> = {
  person: 'Person',
  organisation: 'Organisation',
  country: 'Country',
  place: 'Place',
  event: 'Event',
  work: 'Work',
  thing: 'Thing',
  concept: 'Concept',
};
