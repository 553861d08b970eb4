import type { Filter } from './filter';

/** A request for a slice knows no kinds: they are told apart here, among what is loaded. */
export const entityKindFilter: Filter = {
  name: 'kind',
  title: 'Entities',
  many: 'kinds',
  entityValue: (entity) => entity.kind,
};
