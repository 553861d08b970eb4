/** Values of JSON that others wrote. Fields are read as own ones only, so that `constructor` or `__proto__` are names like any other. */
export type JsonRecord = Readonly<Record<string, unknown>>;

const SHOWN = 2000;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the value of a record's own field, or undefined when it has none by that name. */
export function fieldOf(record: JsonRecord, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** Returns the value of the first field that exists and is not null. */
export function firstFieldOf(record: JsonRecord, names: readonly string[]): unknown {
  for (const name of names) {
    const value = fieldOf(record, name);
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/**
 * Reads a value as text: trimmed text, or a number or boolean as text; undefined for everything
 * else and for empty text.
 */
export function toText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

export function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Reads a whole number, also from text; undefined for everything else. */
export function toWholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,15}$/u.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** A value as the rejects show it. */
export function toShown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
