import type { Filter } from './filter';

export const relationClassFilter: Filter = {
  name: 'class',
  title: 'Relations',
  parameter: 'class',
  relationValue: (relation) => relation.class,
};
