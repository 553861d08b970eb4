import { SchemaOverview } from '@/lib/model/schema-overview';

import type { Connection } from './connect';
import { runRead } from './run-own';

/** So many of a kind are looked at for the names of their properties. */
const SAMPLE = 100;

const LABELS = `CALL db.labels() YIELD label
CALL (label) { MATCH (n:$(label)) RETURN count(n) AS count }
CALL (label) { MATCH (n:$(label)) WITH n LIMIT $sample UNWIND keys(n) AS key WITH DISTINCT key ORDER BY key RETURN collect(key) AS properties }
RETURN label, count, properties ORDER BY label`;

const TYPES = `CALL db.relationshipTypes() YIELD relationshipType AS type
CALL (type) { MATCH ()-[r:$(type)]->() RETURN count(r) AS count }
CALL (type) { MATCH ()-[r:$(type)]->() WITH r LIMIT $sample UNWIND keys(r) AS key WITH DISTINCT key ORDER BY key RETURN collect(key) AS properties }
RETURN type, count, properties ORDER BY type`;

/** What labels, relationship types and properties there are; those of which nothing is left are left out. */
export async function describeSchema(connection: Connection): Promise<SchemaOverview> {
  const [agent, labels, types] = await Promise.all([
    connection.readAgent(),
    runRead(connection, LABELS, { sample: SAMPLE }),
    runRead(connection, TYPES, { sample: SAMPLE }),
  ]);
  const [name = 'Neo4j', version = ''] = agent.split('/');
  const overview = SchemaOverview.parse({
    engine: { name, version, address: connection.address },
    labels,
    relationshipTypes: types,
  });
  return {
    ...overview,
    labels: overview.labels.filter(({ count }) => count > 0),
    relationshipTypes: overview.relationshipTypes.filter(({ count }) => count > 0),
  };
}
