import { annotations } from './formats/annotations/format';
import { apocJson } from './formats/apoc/format';
import { brat } from './formats/brat/format';
import { datasetFolder } from './formats/dataset-folder/format';
import { docRed } from './formats/doc-red/format';
import { eventTable } from './formats/event-table';
import { followTheMoney } from './formats/follow-the-money/format';
import { gdelt } from './formats/gdelt';
import { gexf } from './formats/gexf/format';
import { graphTables } from './formats/graph-tables/format';
import { graphml } from './formats/graphml/format';
import { jsonTriples } from './formats/json-triples/format';
import { knowledgeNet } from './formats/knowledge-net/format';
import { neo4jAdminCsv } from './formats/neo4j-admin-csv/format';
import { nodeLink } from './formats/node-link/format';
import { plainDocuments } from './formats/plain-documents';
import { plover } from './formats/plover/format';
import { rdf } from './formats/rdf/format';
import { createSpreadsheetFormat } from './formats/spreadsheet/format';
import { triplesTable } from './formats/triples-table';
import { vocabularyTable } from './formats/vocabulary-table';
import { createZipFormat } from './formats/zip';
import type { Format } from './source';

const spreadsheet = createSpreadsheetFormat({
  graph: graphTables,
  tables: [gdelt, eventTable, vocabularyTable, triplesTable],
  mapped: triplesTable,
});

/** The ways in which triples come, from the most particular on. */
const unpacked: readonly Format[] = [
  datasetFolder,
  gexf,
  graphml,
  rdf,
  followTheMoney,
  apocJson,
  neo4jAdminCsv,
  graphTables,
  annotations,
  brat,
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

/** The ways in which triples come, packed or not; a workbook is a zip file too; the first that recognises a path reads it. */
export const formats: readonly Format[] = [
  spreadsheet,
  createZipFormat([spreadsheet, ...unpacked]),
  ...unpacked,
];
