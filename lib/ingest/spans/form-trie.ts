import type { EntityName } from '@/lib/model/entity-name';
import type { EntityId } from '@/lib/model/ids';
import { sliceCodePoints } from '@/lib/model/text-offsets';

/** A form found in a text: where it ends (in UTF-16 units), and whose it is. */
export interface FormMatch {
  readonly end: number;
  readonly owners: readonly EntityId[];
}

interface Owners {
  readonly byName: Set<EntityId>;
  readonly byAlias: Set<EntityId>;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

const LONGEST_FORM = 200;
const SAYS_SOMETHING = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/**
 * A trie of all names and aliases, kept as one sorted array: a node is the range of forms that share a prefix, and each further character
 * narrows it by binary search. A form that is a name for one entity and an alias for another belongs to the first.
 */
export function createFormTrie(entities: Iterable<EntityName>) {
  const owners = collectForms(entities);
  const forms = [...owners.keys()].sort((a, b) => (a < b ? -1 : 1));
  const ranges = rangesByFirstUnit(forms);
  const idsOf = forms.map((form) => toIds(owners.get(form)));

  /** Lists the forms that start at an offset, shortest first. */
  function findAt(text: string, start: number): readonly FormMatch[] {
    const found: FormMatch[] = [];
    let range = ranges.get(text.charCodeAt(start));
    for (let depth = 1; range !== undefined; depth += 1) {
      // The first of the forms with a prefix is the prefix itself, if that is a form.
      if (forms[range.from]?.length === depth)
        found.push({ end: start + depth, owners: idsOf[range.from] ?? [] });
      range = narrow(forms, range, { depth, unit: text.charCodeAt(start + depth) });
    }
    return found;
  }

  /** Tells whether any form begins with the character at an offset: a cheap test that mostly fails. */
  function mayStartAt(text: string, start: number): boolean {
    return ranges.has(text.charCodeAt(start));
  }

  return { findAt, mayStartAt };
}

function collectForms(entities: Iterable<EntityName>): Map<string, Owners> {
  const owners = new Map<string, Owners>();
  for (const { id, name, aliases } of entities) {
    for (const form of variantsOf(name)) ownersOf(owners, form).byName.add(id);
    for (const alias of aliases) for (const form of variantsOf(alias)) ownersOf(owners, form).byAlias.add(id);
  }
  return owners;
}

/** A lower-case name may begin a sentence, capitalised. */
function variantsOf(name: string): readonly string[] {
  const form = name.normalize('NFC').trim();
  if (form.length > LONGEST_FORM || !SAYS_SOMETHING.test(form)) return [];
  const [first = ''] = form;
  const capital = first.toUpperCase();
  const isOneCapital = capital !== first && sliceCodePoints(capital, 1, 2) === '';
  return isOneCapital ? [form, capital + form.slice(first.length)] : [form];
}

function ownersOf(owners: Map<string, Owners>, form: string): Owners {
  const known = owners.get(form);
  if (known) return known;
  const created = { byName: new Set<EntityId>(), byAlias: new Set<EntityId>() };
  owners.set(form, created);
  return created;
}

function toIds(owners: Owners | undefined): readonly EntityId[] {
  if (!owners) return [];
  return [...(owners.byName.size > 0 ? owners.byName : owners.byAlias)];
}

function rangesByFirstUnit(forms: readonly string[]): ReadonlyMap<number, Range> {
  const ranges = new Map<number, Range>();
  for (const [index, form] of forms.entries()) {
    const unit = form.charCodeAt(0);
    ranges.set(unit, { from: ranges.get(unit)?.from ?? index, to: index + 1 });
  }
  return ranges;
}

/** Narrows a range to the forms with `unit` at `depth`. All forms of the range are equal up to `depth`, so their units there are sorted. */
function narrow(
  forms: readonly string[],
  range: Range,
  at: { depth: number; unit: number },
): Range | undefined {
  if (Number.isNaN(at.unit)) return undefined;
  const from = lowerBound(forms, range, at);
  const to = lowerBound(forms, { from, to: range.to }, { depth: at.depth, unit: at.unit + 1 });
  return from < to ? { from, to } : undefined;
}

function lowerBound(
  forms: readonly string[],
  range: Range,
  { depth, unit }: { depth: number; unit: number },
): number {
  let low = range.from;
  let high = range.to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const form = forms[middle] ?? '';
    // A form that ends before `depth` is the prefix itself and comes first.
    if (form.length > depth && form.charCodeAt(depth) >= unit) high = middle;
    else low = middle + 1;
  }
  return low;
}
