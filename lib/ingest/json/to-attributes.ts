import type { Attributes } from '../names/read-attributes';
import { isRecord, toText } from './json-value';

/** Returns the members of an object as attributes; vectors and what is no text stay without a value, so that they are told as not read. */
export function toAttributes(properties: unknown): Attributes {
  if (!isRecord(properties)) return new Map();
  return new Map(Object.entries(properties).map(([name, value]) => [name, toTexts(value)]));
}

/** Returns a value, or those of a list, as texts. */
export function toTexts(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((each) => toText(each) ?? []);
}
