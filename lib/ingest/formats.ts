import type { Format } from './input';
import { datasetFolder } from './formats/dataset-folder';
import { triplesFile } from './formats/triples-file';

/** The ways in which triples come; the first that recognises a path reads it. */
export const formats: readonly Format[] = [datasetFolder, triplesFile];
