import neo4j from 'neo4j-driver';

/**
 * Converts plain parameters for Neo4j: whole numbers become integers, since the driver sends every
 * JavaScript number as a float.
 */
export function toParameters(parameters: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, toParameter(value)]));
}

function toParameter(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(toParameter);
  if (typeof value === 'object' && value !== null) return toParameters({ ...value });
  return value;
}
