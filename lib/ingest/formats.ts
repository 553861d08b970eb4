import { datasetFolder } from './formats/dataset-folder';
import { docRed } from './formats/doc-red';
import { eventTable } from './formats/event-table';
import { gdelt } from './formats/gdelt';
import { gexf } from './formats/gexf';
import { graphml } from './formats/graphml';
import { jsonTriples } from './formats/json-triples';
import { knowledgeNet } from './formats/knowledge-net';
import { rdf } from './formats/rdf';
import { triplesTable } from './formats/triples-table';
import type { Format } from './source';

/** The ways in which triples come; the first that recognises a path reads it. */
export const formats: readonly Format[] = [
  datasetFolder,
  gexf,
  graphml,
  rdf,
  docRed,
  knowledgeNet,
  jsonTriples,
  gdelt,
  eventTable,
  triplesTable,
];
