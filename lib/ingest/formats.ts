import { datasetFolder } from './formats/dataset-folder';
import { triplesTable } from './formats/triples-table';
import type { Format } from './source';

/** The ways in which triples come; the first that recognises a path reads it. */
export const formats: readonly Format[] = [datasetFolder, triplesTable];
