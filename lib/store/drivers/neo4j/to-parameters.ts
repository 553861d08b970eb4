import neo4j from 'neo4j-driver';

/** In: plain parameters. Out: the same as Neo4j takes them: whole numbers as integers, since to it a JavaScript number is a float. */
export function toParameters(parameters: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, toParameter(value)]));
}

function toParameter(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(toParameter);
  if (typeof value === 'object' && value !== null) return toParameters({ ...value });
  return value;
}
