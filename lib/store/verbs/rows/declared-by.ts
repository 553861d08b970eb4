import type { LoadId } from '@/lib/model/ids';

import type { Row } from '../../engine';
import { textsOf } from './row-values';

/** Something that loads declare, and which of them do, in the order they came; none for what is only implied. */
export interface Declared<T> {
  readonly value: T;
  readonly loads: readonly string[];
}

/** What a batch brings of one sort, and whether it says so itself or only names it in passing. */
interface Wanted<T> {
  readonly value: T;
  readonly declared: boolean;
}

interface Comparing<T> {
  readonly load: LoadId;
  readonly keyOf: (value: T) => string;
  /** The values as they are stored, by position. */
  readonly toRow: (value: T) => readonly unknown[];
}

/** What has to be written; `declaredAgain` is there as it is, but not yet with the load among those that declare it. */
export interface DeclaredPlan<T> {
  readonly created: readonly Declared<T>[];
  readonly updated: readonly Declared<T>[];
  readonly declaredAgain: readonly Declared<T>[];
}

/**
 * Plans what to write of the things that a batch declares. What is only implied never changes what
 * is stored; of several with the same key, the last declared wins.
 * @param wanted - what the batch brings
 * @param known - what is stored of it
 */
export function planDeclared<T>(
  wanted: Iterable<Wanted<T>>,
  known: ReadonlyMap<string, Declared<T>>,
  { load, keyOf, toRow }: Comparing<T>,
): DeclaredPlan<T> {
  const created: Declared<T>[] = [];
  const updated: Declared<T>[] = [];
  const declaredAgain: Declared<T>[] = [];
  for (const { value, declared } of strongest(wanted, keyOf)) {
    const before = known.get(keyOf(value));
    if (before === undefined) created.push({ value, loads: declared ? [load] : [] });
    if (before === undefined || !declared) continue;
    const isNew = !before.loads.includes(load);
    const after = { value, loads: isNew ? [...before.loads, load] : before.loads };
    if (!isSameRow(toRow(before.value), toRow(value))) updated.push(after);
    else if (isNew) declaredAgain.push(after);
  }
  return { created, updated, declaredAgain };
}

function strongest<T>(wanted: Iterable<Wanted<T>>, keyOf: (value: T) => string): Iterable<Wanted<T>> {
  const kept = new Map<string, Wanted<T>>();
  for (const each of wanted) {
    const key = keyOf(each.value);
    if (!kept.has(key) || each.declared) kept.set(key, each);
  }
  return kept.values();
}

/** Lists the loads that declare what is stored with these properties. */
export function loadsOf(properties: Row): readonly string[] {
  return textsOf(properties, 'loads');
}

/** Converts loads to the cell of a row: null when there are none. */
export function toLoadsCell(loads: readonly string[]): readonly string[] | null {
  return loads.length > 0 ? loads : null;
}

/** Whether two rows hold the same plain values. */
function isSameRow(a: readonly unknown[], b: readonly unknown[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
