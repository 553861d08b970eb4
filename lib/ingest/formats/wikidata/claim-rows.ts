/** From claims to rows: one for each reference, or one that cites its place in the file. */
import { EntenteError } from '@/lib/model/entente-error';
import type { Entity } from '@/lib/model/entity';

import { createCiter, type CitedSource, type Citer } from '../../documents/cite-source';
import { createTally, noteTally } from '../../rows/tally';
import type { Piece, SourceRow } from '../../source';
import type { Claim, Snaks } from './claims';
import type { WikibaseRecord } from './read-wikibase';

export interface ClaimRows {
  /** Returns what a claim says of an item; nothing for one that leads to no item, that is deprecated, or that says what sort of thing it is. */
  readonly toPieces: (subject: string, claim: Claim, record: WikibaseRecord) => readonly Piece[];
  readonly notices: () => readonly string[];
}

interface ClaimContext {
  readonly file: string;
  readonly dataset: string;
  /** The labels of items and properties, by their ids. */
  readonly names: ReadonlyMap<string, string>;
  readonly items: ReadonlyMap<string, Entity>;
}

/** What an item is an instance of tells its kind. */
export const INSTANCE_OF = 'P31';
const CELLS: readonly (readonly [string, readonly string[]])[] = [
  ['start', ['P580', 'P585']],
  ['end', ['P582']],
  ['place', ['P276']],
];
const QUALIFIERS = new Set(CELLS.flatMap(([, properties]) => properties));
/** Parts of a source by the properties that references have; the first that is there is read. */
const SOURCE: readonly (readonly [keyof CitedSource, readonly string[]])[] = [
  ['url', ['P854', 'P4656', 'P973']],
  ['title', ['P1476', 'P248', 'P143']],
  ['quote', ['P1683', 'P7150']],
  ['publisher', ['P123']],
  ['author', ['P50', 'P2093']],
  ['published', ['P577']],
];

const LEFT: readonly (readonly [keyof Tallies, string])[] = [
  [
    'properties',
    'Properties without a label in the file, called by their numbers; load their entities with it',
  ],
  [
    'unlabelled',
    'Items without a label in the file, called by their ids where the store does not know them; load their entities with it',
  ],
  ['deprecated', 'Claims of a deprecated rank, which are not read'],
  ['values', 'Values are not read, only what leads to another item'],
  ['qualifiers', 'Not read from the qualifiers'],
  ['references', 'References without an address or a title, which are not read'],
];

type Tallies = ReturnType<typeof createTallies>;

function createTallies() {
  return {
    ...{ properties: createTally(), unlabelled: createTally(), deprecated: createTally() },
    ...{ values: createTally(), qualifiers: createTally(), references: createTally() },
  };
}

export function createClaimRows(context: ClaimContext): ClaimRows {
  const { file, dataset, names, items } = context;
  const citer = createCiter(dataset);
  const tallies = createTallies();
  const nameOf = (id: string): string => names.get(id) ?? id;

  function toRow(
    subject: string,
    { property, target = '', qualifiers }: Claim,
    { line, raw }: WikibaseRecord,
  ): SourceRow {
    if (!names.has(property)) tallies.properties.add(property);
    if (!items.has(target)) tallies.unlabelled.add(target);
    const cells = new Map([['subject', nameOf(subject)] as const, ['relation', nameOf(property)]]);
    cells.set('object', nameOf(target));
    for (const [cell, properties] of CELLS) {
      const [first] = properties.flatMap((each) => qualifiers.get(each) ?? []);
      if (first !== undefined) cells.set(cell, nameOf(first.text));
    }
    for (const each of qualifiers.keys()) if (!QUALIFIERS.has(each)) tallies.qualifiers.add(nameOf(each));
    return { file, line, raw, cells, ...toEnds(items.get(subject), items.get(target)) };
  }

  function toSources(references: readonly Snaks[], line: number): readonly CitedSource[] {
    return references.flatMap((reference) => {
      const source = toSource(reference, names);
      if (source === undefined) tallies.references.add([...reference.keys()].map(nameOf).join(' and '));
      return source === undefined ? [] : [{ ...source, file, line }];
    });
  }

  return {
    toPieces: (subject, claim, record) => {
      const { property, rank, target, references } = claim;
      if (rank === 'deprecated') tallies.deprecated.add(nameOf(property));
      else if (target === undefined) tallies.values.add(nameOf(property));
      if (rank === 'deprecated' || target === undefined || property === INSTANCE_OF) return [];
      const row = toRow(subject, claim, record);
      const sources = toSources(references, record.line);
      if (sources.length === 0) return [{ kind: 'row', row }];
      return sources.flatMap((source) => citeRow(row, source, citer));
    },
    notices: () => LEFT.flatMap(([name, words]) => noteTally(words, tallies[name])),
  };
}

/** Whom the file does not name, the store may know by the id. */
function toEnds(from: Entity | undefined, to: Entity | undefined): Pick<SourceRow, 'subject' | 'object'> {
  return {
    subject: from && { name: from.name, id: from.id },
    object: to && { name: to.name, id: to.id },
  };
}

/** An item that the file does not name is no title. */
function toSource(
  reference: Snaks,
  names: ReadonlyMap<string, string>,
): Omit<CitedSource, 'file' | 'line'> | undefined {
  const found = SOURCE.flatMap(([part, properties]) => {
    const values = properties.flatMap((property) => reference.get(property) ?? []);
    const texts = values.flatMap(({ text, item }) => (item === undefined ? text : (names.get(item) ?? [])));
    return texts[0] === undefined ? [] : [[part, texts[0]] as const];
  });
  const parts = new Map<string, string>(found);
  const hasSource = ['url', 'title', 'quote'].some((part) => parts.has(part));
  return hasSource ? Object.fromEntries(parts) : undefined;
}

function citeRow(row: SourceRow, source: CitedSource, citer: Citer): readonly Piece[] {
  try {
    const { pieces, citation } = citer.cite(source);
    return [...pieces, { kind: 'row', row: { ...row, citation } }];
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    const problem = { column: error.fields[0]?.path ?? '', reason: error.message };
    return [{ kind: 'row', row: { ...row, problem } }];
  }
}
