import type { Filter } from './filter';

export const entityKindFilter: Filter = {
  name: 'kind',
  title: 'Entities',
  many: 'kinds',
  entityValue: (entity) => entity.kind,
};
