import { entityKindFilter } from './entity-kind-filter';
import type { Filter } from './filter';
import { gradeFilter } from './grade-filter';
import { modalityFilter } from './modality-filter';
import { relationClassFilter } from './relation-class-filter';
import { relationTypeFilter } from './relation-type-filter';
import { sourceFilter } from './source-filter';

/** Every filter there is, in the order in which they are shown. */
export const allFilters: readonly Filter[] = [
  relationClassFilter,
  relationTypeFilter,
  modalityFilter,
  gradeFilter,
  entityKindFilter,
  sourceFilter,
];
