import type { Filter } from './filter';

export const relationTypeFilter: Filter = {
  name: 'type',
  title: 'Types',
  many: 'types',
  relationValue: (relation) => relation.type,
};
