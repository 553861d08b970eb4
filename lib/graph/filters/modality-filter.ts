import type { Filter } from './filter';

/** Whether a relation is told as a fact, is expected, or is only imagined. */
export const modalityFilter: Filter = {
  name: 'modality',
  title: 'Modality',
  many: 'modalities',
  relationValue: (relation) => relation.modality,
};
