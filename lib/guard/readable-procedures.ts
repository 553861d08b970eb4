/** A procedure that only reads, under the name that an engine gives it. Adding one is adding a line. */
export interface ReadableProcedure {
  readonly name: string;
  readonly because: string;
}

/**
 * Sources: `SHOW PROCEDURES` of Neo4j 5.26.30 and `CALL grafeo.procedures()` of Grafeo 0.6.0. The mode that Neo4j gives is not enough:
 * `db.stats.clear`, `db.resampleIndex` and `db.prepareForReplanning` are of mode READ and change things. Of Grafeo's algorithms those
 * are here that take time in proportion to the graph.
 */
export const readableProcedures: readonly ReadableProcedure[] = [
  { name: 'db.labels', because: 'lists labels' },
  { name: 'db.relationshipTypes', because: 'lists relation types' },
  { name: 'db.propertyKeys', because: 'lists property keys' },
  { name: 'db.schema.visualization', because: 'draws which labels meet' },
  { name: 'db.schema.nodeTypeProperties', because: 'lists properties by label' },
  { name: 'db.schema.relTypeProperties', because: 'lists properties by relation type' },
  { name: 'db.index.fulltext.queryNodes', because: 'searches a full-text index' },
  { name: 'db.index.fulltext.queryRelationships', because: 'searches a full-text index' },
  { name: 'db.index.fulltext.listAvailableAnalyzers', because: 'lists analyzers' },
  { name: 'db.index.vector.queryNodes', because: 'searches a vector index' },
  { name: 'db.index.vector.queryRelationships', because: 'searches a vector index' },
  { name: 'db.ping', because: 'answers true' },
  { name: 'db.info', because: 'names the database' },
  { name: 'dbms.components', because: 'tells the version' },
  { name: 'grafeo.procedures', because: 'lists procedures' },
  { name: 'grafeo.labels', because: 'lists labels' },
  { name: 'grafeo.relationshipTypes', because: 'lists relation types' },
  { name: 'grafeo.propertyKeys', because: 'lists property keys' },
  { name: 'grafeo.search.text', because: 'searches a text index' },
  { name: 'grafeo.search.vector', because: 'searches a vector index' },
  { name: 'grafeo.degree_centrality', because: 'counts relations' },
  { name: 'grafeo.connected_components', because: 'finds what hangs together' },
  { name: 'grafeo.pagerank', because: 'ranks, within a bounded number of rounds' },
];
