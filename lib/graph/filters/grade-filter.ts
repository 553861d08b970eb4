import type { Filter } from './filter';

/** How evidence is tied to its source. A loaded relation knows only whether it has nothing but co-mentions: the server tells the rest. */
export const gradeFilter: Filter = {
  name: 'grade',
  title: 'Sourcing',
  many: 'grades of evidence',
};
