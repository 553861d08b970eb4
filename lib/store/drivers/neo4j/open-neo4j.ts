import type { Engine } from '../../engine';
import { connect, type Neo4jTarget } from './connect';
import { createSchema, ENTITY_TEXT_INDEX, PASSAGE_STEM_INDEX, PASSAGE_TEXT_INDEX } from './create-schema';
import { describeSchema } from './describe-schema';
import { runConsole } from './run-console';
import { runRead, runWrite } from './run-own';
import { searchText } from './search-text';
import { toLuceneQuery, toStemQuery } from './to-lucene-query';
import { verifyNeo4j } from './verify-neo4j';

const NAMES = [{ index: ENTITY_TEXT_INDEX, toQuery: toLuceneQuery }] as const;
const TEXT = [
  { index: PASSAGE_TEXT_INDEX, toQuery: toLuceneQuery },
  { index: PASSAGE_STEM_INDEX, toQuery: toStemQuery },
] as const;

/**
 * Opens a Neo4j (one server, a cluster, Aura) as an engine, and creates its constraints and
 * indexes.
 * @throws `unavailable` when it does not answer, `forbidden` when it refuses the user; both say
 *   what to set
 */
export async function openNeo4j(target: Neo4jTarget): Promise<Engine> {
  await verifyNeo4j(target);
  const connection = connect(target);
  try {
    await createSchema(connection);
  } catch (cause) {
    await connection.close();
    throw cause;
  }
  return {
    dynamicTypes: true,
    batchItems: 2000,
    read: (text, parameters) => runRead(connection, text, parameters),
    write: (work) => runWrite(connection, work),
    searchEntities: (text, limit) => searchText(connection, NAMES, { text, limit }),
    searchPassages: (text, limit) => searchText(connection, TEXT, { text, limit }),
    schema: () => describeSchema(connection),
    cypher: (request) => runConsole(connection, request),
    close: () => connection.close(),
  };
}
