import type { Filter } from './filter';

/** A loaded relation knows how many documents speak of it, not which: only the server can tell. */
export const sourceFilter: Filter = {
  name: 'source',
  title: 'Sources',
  many: 'sources',
};
