import { apocJson } from './formats/apoc-json';
import { datasetFolder } from './formats/dataset-folder';
import { docRed } from './formats/doc-red';
import { eventTable } from './formats/event-table';
import { followTheMoney } from './formats/follow-the-money';
import { gdelt } from './formats/gdelt';
import { gexf } from './formats/gexf';
import { graphml } from './formats/graphml';
import { jsonTriples } from './formats/json-triples';
import { knowledgeNet } from './formats/knowledge-net';
import { neo4jAdminCsv } from './formats/neo4j-admin-csv';
import { nodeLink } from './formats/node-link';
import { plainDocuments } from './formats/plain-documents';
import { plover } from './formats/plover';
import { rdf } from './formats/rdf';
import { triplesTable } from './formats/triples-table';
import { vocabularyTable } from './formats/vocabulary-table';
import { createZipFormat } from './formats/zip';
import type { Format } from './source';

/** The ways in which triples come, from the most particular on. */
const unpacked: readonly Format[] = [
  datasetFolder,
  gexf,
  graphml,
  rdf,
  followTheMoney,
  apocJson,
  neo4jAdminCsv,
  docRed,
  knowledgeNet,
  plover,
  nodeLink,
  jsonTriples,
  gdelt,
  eventTable,
  plainDocuments,
  vocabularyTable,
  triplesTable,
];

/** The ways in which triples come, packed or not; the first that recognises a path reads it. */
export const formats: readonly Format[] = [createZipFormat(unpacked), ...unpacked];
