import type { GrafeoDB } from '@grafeo-db/js';

import type { SchemaOverview } from '@/lib/model/schema-overview';

import { textOf } from '../../../verbs/rows/row-values';

/** Property names are read from so many examples: all nodes of a label and all relations have the same shape. */
const EXAMPLES = 500;
const RELATION_EXAMPLES = 20_000;

/** What labels, relationship types and properties the database has. */
export async function describeSchema(database: GrafeoDB, address: string): Promise<SchemaOverview> {
  const { labels, types } = toNames(database.schema());
  const properties = await relationProperties(database);
  const shared = [...new Set([...properties.values()].flat())].sort();
  return {
    engine: { name: 'Grafeo', version: database.version(), address },
    labels: await Promise.all(
      labels.map(async ({ name, count }) => ({
        label: name,
        count,
        properties: await labelProperties(database, name),
      })),
    ),
    relationshipTypes: types.map(({ name, count }) => ({
      type: name,
      count,
      properties: properties.get(name) ?? shared,
    })),
  };
}

interface Named {
  readonly name: string;
  readonly count: number;
}

function toNames(schema: unknown): { labels: readonly Named[]; types: readonly Named[] } {
  const listOf = (key: string) => {
    const list: unknown = typeof schema === 'object' && schema !== null ? Reflect.get(schema, key) : [];
    return (Array.isArray(list) ? list : []).map(toNamed).sort((a, b) => (a.name < b.name ? -1 : 1));
  };
  return { labels: listOf('labels'), types: listOf('edge_types') };
}

function toNamed(value: unknown): Named {
  if (typeof value !== 'object' || value === null) return { name: '', count: 0 };
  return { name: String(Reflect.get(value, 'name')), count: Number(Reflect.get(value, 'count')) };
}

async function labelProperties(database: GrafeoDB, label: string): Promise<string[]> {
  if (!/^[A-Za-z_]\w*$/u.test(label)) return [];
  const text = `MATCH (n:${label}) WITH n LIMIT ${EXAMPLES} UNWIND keys(n) AS name RETURN DISTINCT name ORDER BY name`;
  const found = await database.executeCypher(text);
  return found.toArray().map((row) => textOf(row, 'name'));
}

async function relationProperties(database: GrafeoDB): Promise<ReadonlyMap<string, string[]>> {
  const text = `MATCH ()-[r]->() WITH r LIMIT ${RELATION_EXAMPLES} UNWIND keys(r) AS name RETURN DISTINCT type(r) AS type, name ORDER BY type, name`;
  const properties = new Map<string, string[]>();
  for (const row of (await database.executeCypher(text)).toArray()) {
    const type = textOf(row, 'type');
    properties.set(type, [...(properties.get(type) ?? []), textOf(row, 'name')]);
  }
  return properties;
}
