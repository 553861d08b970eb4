import { acled } from './formats/acled/format';
import { adjacency } from './formats/adjacency/format';
import { annotations } from './formats/annotations/format';
import { apocJson } from './formats/apoc/format';
import { apocCsv } from './formats/apoc-csv/format';
import { bods } from './formats/bods/format';
import { brat } from './formats/brat/format';
import { cx } from './formats/cx/format';
import { cytoscape } from './formats/cytoscape/format';
import { datasetFolder } from './formats/dataset-folder/format';
import { docRed } from './formats/doc-red/format';
import { dot } from './formats/dot/format';
import { edgeLines } from './formats/edge-lines/format';
import { eventTable } from './formats/event-table';
import { followTheMoney } from './formats/follow-the-money/format';
import { gdelt, gdeltKnowledgeGraph, gdeltMentions } from './formats/gdelt/format';
import { gexf } from './formats/gexf/format';
import { gml } from './formats/gml/format';
import { graphTables } from './formats/graph-tables/format';
import { graphDocuments } from './formats/graph-documents/format';
import { graphRag } from './formats/graph-rag/format';
import { graphml } from './formats/graphml/format';
import { jsonTriples } from './formats/json-triples/format';
import { kgGen } from './formats/kg-gen/format';
import { knowledgeNet } from './formats/knowledge-net/format';
import { lightRag } from './formats/light-rag/format';
import { mcpMemory } from './formats/mcp-memory/format';
import { misp } from './formats/misp/format';
import { neo4jAdminCsv } from './formats/neo4j-admin-csv/format';
import { neo4jBrowserCsv } from './formats/neo4j-browser-csv/format';
import { neo4jJson } from './formats/neo4j-json/format';
import { nodeLink } from './formats/node-link/format';
import { pajek } from './formats/pajek/format';
import { plainDocuments } from './formats/plain-documents';
import { plover } from './formats/plover/format';
import { polecat } from './formats/polecat/format';
import { propertyGraph } from './formats/property-graph/format';
import { rdf } from './formats/rdf/format';
import { rebel } from './formats/rebel/format';
import { semEval } from './formats/sem-eval/format';
import { sif } from './formats/sif/format';
import { siftKg } from './formats/sift-kg/format';
import { createSpreadsheetFormat } from './formats/spreadsheet/format';
import { sparql } from './formats/sparql/format';
import { stix } from './formats/stix/format';
import { triplesTable } from './formats/triples-table';
import { ucdp } from './formats/ucdp/format';
import { vocabularyTable } from './formats/vocabulary-table';
import { vosviewer } from './formats/vosviewer/format';
import { webAnno } from './formats/web-anno/format';
import { wikidata } from './formats/wikidata/format';
import { xgmml } from './formats/xgmml/format';
import { youtu } from './formats/youtu/format';
import { createZipFormat } from './formats/zip';
import type { Format } from './source';

const spreadsheet = createSpreadsheetFormat({
  graph: graphTables,
  tables: [acled, ucdp, polecat, gdelt, eventTable, vocabularyTable, triplesTable],
  mapped: triplesTable,
});

/** The ways in which triples come, from the most particular on. */
const unpacked: readonly Format[] = [
  graphRag,
  datasetFolder,
  lightRag,
  propertyGraph,
  gexf,
  graphml,
  xgmml,
  dot,
  gml,
  pajek,
  rdf,
  followTheMoney,
  apocJson,
  apocCsv,
  neo4jJson,
  neo4jBrowserCsv,
  acled,
  ucdp,
  polecat,
  gdelt,
  gdeltMentions,
  gdeltKnowledgeGraph,
  neo4jAdminCsv,
  graphTables,
  annotations,
  webAnno,
  semEval,
  rebel,
  brat,
  docRed,
  knowledgeNet,
  plover,
  stix,
  misp,
  bods,
  wikidata,
  sparql,
  graphDocuments,
  mcpMemory,
  kgGen,
  siftKg,
  youtu,
  cytoscape,
  cx,
  adjacency,
  vosviewer,
  nodeLink,
  jsonTriples,
  sif,
  eventTable,
  edgeLines,
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

/** Those that read a folder as one input, wherever it lies in the folder that a person named. */
export const folderFormats: readonly Format[] = [graphRag, lightRag, propertyGraph];
