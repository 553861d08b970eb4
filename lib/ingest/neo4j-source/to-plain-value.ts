import neo4j from 'neo4j-driver';

/** Returns a value of the driver's in plain JavaScript: dates, times and durations as texts, other things of its own as nothing. */
export function toPlainValue(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(toPlainValue);
  if (typeof value !== 'object' || value === null) return value;
  // The name of a zone stands behind its offset.
  return toTimeText(value)?.replace(/\[[^\]]*\]$/u, '');
}

function toTimeText(value: object): string | undefined {
  if (neo4j.isDate(value) || neo4j.isDateTime(value) || neo4j.isLocalDateTime(value)) return value.toString();
  if (neo4j.isTime(value) || neo4j.isLocalTime(value) || neo4j.isDuration(value)) return value.toString();
  return undefined;
}
