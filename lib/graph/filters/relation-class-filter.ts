import type { Filter } from './filter';

export const relationClassFilter: Filter = {
  name: 'class',
  title: 'Relations',
  many: 'classes',
  relationValue: (relation) => relation.class,
};
