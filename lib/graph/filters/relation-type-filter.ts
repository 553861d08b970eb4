import type { Filter } from './filter';

export const relationTypeFilter: Filter = {
  name: 'type',
  title: 'Types',
  parameter: 'type',
  relationValue: (relation) => relation.type,
};
