import neo4j from 'neo4j-driver';

/**
 * Converts a value of the driver to plain JavaScript: dates, times and durations become ISO
 * strings, bytes base64, points maps; integers become numbers where every digit fits and strings
 * where not; numbers that JSON cannot hold become strings. Nodes and relationships give their
 * properties; `toConsoleValue` tells them apart.
 */
export function toPlainValue(value: unknown): unknown {
  if (typeof value === 'bigint') return toPlainInteger(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toPlainValue);
  return toPlainObject(value);
}

/** Converts every value of a map as `toPlainValue` does. */
export function toPlainMap(map: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, toPlainValue(value)]));
}

function toPlainObject(value: object): unknown {
  const temporal = toTemporalText(value);
  if (temporal !== undefined) return temporal;
  if (neo4j.isNode(value) || neo4j.isRelationship(value)) return toPlainMap(value.properties);
  if (neo4j.isPoint(value)) return toPlainMap({ srid: value.srid, x: value.x, y: value.y, z: value.z });
  if (value instanceof Int8Array || value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return toPlainMap(value);
}

function toPlainInteger(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

function toTemporalText(value: object): string | undefined {
  if (neo4j.isDate(value) || neo4j.isDateTime(value) || neo4j.isLocalDateTime(value)) return value.toString();
  if (neo4j.isTime(value) || neo4j.isLocalTime(value)) return value.toString();
  // The driver writes the T of a duration also where no time follows, which is not ISO 8601.
  if (neo4j.isDuration(value)) return value.toString().replace(/^PT?$/u, 'PT0S').replace(/T$/u, '');
  return undefined;
}
