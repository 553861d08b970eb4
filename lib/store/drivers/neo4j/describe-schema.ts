import { SchemaOverview } from '@/lib/model/schema-overview';

import type { Row } from '../../engine';
import type { Connection } from './connect';
import { runRead } from './run-own';

/** So many nodes and relationships are looked at for the names of their properties: a whole graph would take seconds. */
const SAMPLE = 200_000;

/** Neo4j keeps these counts anyway, so that they cost nothing. */
const COUNTS = `CALL db.stats.retrieve('GRAPH COUNTS') YIELD data
RETURN [n IN data.nodes WHERE n.label IS NOT NULL | [n.label, n.count]] AS labels,
  [r IN data.relationships WHERE r.relationshipType IS NOT NULL AND r.startLabel IS NULL AND r.endLabel IS NULL
    | [r.relationshipType, r.count]] AS types`;

const LABEL_PROPERTIES = `MATCH (n) WITH n LIMIT $sample
UNWIND labels(n) AS name UNWIND keys(n) AS property
RETURN name, collect(DISTINCT property) AS properties`;

const TYPE_PROPERTIES = `MATCH ()-[r]->() WITH r LIMIT $sample
UNWIND keys(r) AS property
RETURN type(r) AS name, collect(DISTINCT property) AS properties`;

/** What labels and relationship types there are, how many of each, and the properties that a sample of them has. */
export async function describeSchema(connection: Connection): Promise<SchemaOverview> {
  const [agent, [counts], labelProperties, typeProperties] = await Promise.all([
    connection.readAgent(),
    runRead(connection, COUNTS),
    runRead(connection, LABEL_PROPERTIES, { sample: SAMPLE }),
    runRead(connection, TYPE_PROPERTIES, { sample: SAMPLE }),
  ]);
  const [name = 'Neo4j', version = ''] = agent.split('/');
  return SchemaOverview.parse({
    engine: { name, version, address: connection.address },
    labels: describe(counts?.['labels'], labelProperties).map(({ name: label, ...rest }) => ({
      label,
      ...rest,
    })),
    relationshipTypes: describe(counts?.['types'], typeProperties).map(({ name: type, ...rest }) => ({
      type,
      ...rest,
    })),
  });
}

/** Those of which nothing is left are left out. */
function describe(counts: unknown, sampled: readonly Row[]) {
  const properties = new Map(sampled.map((row) => [row['name'], toList(row['properties'])]));
  return toList(counts)
    .map((pair) => {
      const [name, count] = toList(pair);
      return {
        name: String(name),
        count: Number(count),
        properties: toList(properties.get(name)).map(String).sort(),
      };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
