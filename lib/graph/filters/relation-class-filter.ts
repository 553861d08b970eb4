import type { Filter } from './filter';

export const relationClassFilter: Filter = {
  name: 'class',
  title: 'Relations',
  many: 'classes',
  parameter: 'class',
  relationValue: (relation) => relation.class,
};
