/** From records of FollowTheMoney to pieces: all things first, then what joins them. */
import type { Entity } from '@/lib/model/entity';
import { EntenteError } from '@/lib/model/entente-error';
import type { RelationType } from '@/lib/model/relation-type';

import { createFtmCiter, type FtmCiter } from './cite-record';
import { ENTITY_PROPERTIES, toFtmEntity } from './entities';
import { findFtmType, kindOfSchema, linkOfProperty, linkOfSchema, type FtmLink } from './schemata';
import type { FtmLine, FtmRecord } from './read-ftm';
import type { Named, Piece, SourceRow } from '../../source';
import { createTally, noteTally, type Tally } from '../../rows/tally';

type Readings = (reading: 'things' | 'links') => AsyncIterable<readonly FtmLine[]>;
type Said = FtmLine & { readonly record: FtmRecord };

export interface FtmOptions {
  readonly file: string;
  readonly dataset: string;
  readonly knownTypes: readonly RelationType[];
}

const CELLS: readonly (readonly [string, readonly string[]])[] = [
  ['about', ['role', 'relationship', 'program', 'purpose', 'position', 'amount']],
  ['start', ['startDate', 'date', 'listingDate']],
  ['end', ['endDate']],
];
const SOURCE_PROPERTIES = ['summary', 'sourceUrl', 'proof', 'publisher'];
const LINK_PROPERTIES = new Set([...CELLS.flatMap(([, names]) => names), ...SOURCE_PROPERTIES]);

/**
 * Creates the pieces and notices of the records. Memory grows with the things.
 * @param readings - how to read the records
 */
export function createFtmPieces(readings: Readings, options: FtmOptions) {
  let state = createState(options);
  return {
    pieces: async function* (): AsyncGenerator<readonly Piece[]> {
      state = createState(options);
      for await (const lines of readings('things')) yield lines.flatMap((line) => toThing(line, state));
      for await (const lines of readings('links')) yield lines.flatMap((line) => toLinks(line, state));
    },
    notices: (): readonly string[] => [
      ...noteTally('Records that are neither a thing nor join two', state.schemata),
      ...noteTally('Not read from the records', state.unread),
    ],
  };
}

interface State {
  readonly file: string;
  readonly things: Map<string, Entity>;
  /** The types that are known or were given already. */
  readonly types: Set<string>;
  readonly citer: FtmCiter;
  /** Nested things, which stand wherever something joins them. */
  readonly nested: Set<string>;
  /** Nested links, which stand on both sides. */
  readonly links: Set<string>;
  readonly unread: Tally;
  readonly schemata: Tally;
}

function createState({ file, dataset, knownTypes }: FtmOptions): State {
  const things = new Map<string, Entity>();
  return {
    file,
    things,
    types: new Set(knownTypes.map(({ type }) => type)),
    citer: createFtmCiter({ file, dataset, things }),
    nested: new Set(),
    links: new Set(),
    unread: createTally(),
    schemata: createTally(),
  };
}

function toThing(line: FtmLine, state: State): readonly Piece[] {
  const said = toSaid(line);
  return said ? attempt(said, state, () => addEntity(said, state)) : [];
}

function toLinks(line: FtmLine, state: State): readonly Piece[] {
  const said = toSaid(line);
  if (said) return attempt(said, state, () => addLinks(said, state));
  return 'problem' in line.record ? [reject(line, state, ['', line.record.problem])] : [];
}

function attempt(said: Said, state: State, work: () => readonly Piece[]): readonly Piece[] {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    return [reject(said, state, [error.fields[0]?.path ?? '', error.message])];
  }
}

function reject({ line, raw }: FtmLine, { file }: State, [column, reason]: readonly [string, string]): Piece {
  return { kind: 'reject', reject: { file, line, column, reason, row: raw } };
}

function addEntity(said: Said, state: State): readonly Piece[] {
  const { record } = said;
  const kind = kindOfSchema(record.schema);
  if (kind === undefined) return [];
  if (state.things.has(record.id)) {
    if (record.isNested === true || state.nested.delete(record.id)) return [];
    const id = record.id.slice(0, 80);
    return [reject(said, state, ['id', `the id '${id}' is that of another record already; join the two`])];
  }
  const entity = toFtmEntity(record, kind);
  state.things.set(record.id, entity);
  if (record.isNested === true) state.nested.add(record.id);
  return [{ kind: 'entity', entity }];
}

function addLinks(said: Said, state: State): readonly Piece[] {
  const { record } = said;
  if (record.isNested === true) {
    if (state.links.has(record.id)) return [];
    state.links.add(record.id);
  }
  for (const other of record.others) state.unread.add(other);
  const link = linkOfSchema(record.schema);
  if (link) return addLinkRecord(said, link, state);
  if (state.things.has(record.id)) return addThingLinks(said, state);
  if (kindOfSchema(record.schema) === undefined) state.schemata.add(record.schema);
  return [];
}

function addLinkRecord(said: Said, link: FtmLink, state: State): readonly Piece[] {
  const { properties, schema } = said.record;
  const cells = new Map<string, string>();
  for (const [cell, names] of CELLS) {
    const name = names.find((each) => properties.has(each));
    const [value] = properties.get(name ?? '') ?? [];
    if (value !== undefined) cells.set(cell, value);
  }
  for (const name of properties.keys()) {
    const isUsed = LINK_PROPERTIES.has(name) || name === link.subject || name === link.object;
    if (!isUsed) state.unread.add(`${schema}.${name}`);
  }
  return join(said, { link, cells }, state);
}

function addThingLinks(said: Said, state: State): readonly Piece[] {
  const { properties, schema } = said.record;
  return [...properties.keys()].flatMap((name) => {
    const link = linkOfProperty(name);
    if (!link && !ENTITY_PROPERTIES.has(name)) state.unread.add(`${schema}.${name}`);
    return link ? join(said, { link, cells: new Map() }, state) : [];
  });
}

interface Link {
  readonly link: FtmLink;
  readonly cells: ReadonlyMap<string, string>;
}

/** Every value of the one side with every value of the other. */
function join(said: Said, { link, cells }: Link, state: State): readonly Piece[] {
  const { record } = said;
  const subjects = valuesOf(record, link.subject);
  const objects = valuesOf(record, link.object);
  if (subjects.length === 0 || objects.length === 0) {
    const missing = subjects.length === 0 ? link.subject : link.object;
    return [reject(said, state, [missing, `the ${record.schema} does not say its ${missing}`])];
  }
  const rows = subjects.flatMap((from) => objects.map((to) => toRow(said, { link, cells, from, to }, state)));
  if (rows.every(({ problem }) => problem !== undefined)) return rows.map((row) => ({ kind: 'row', row }));
  const cited = state.citer
    .cite(record, said.line)
    .flatMap(({ pieces, cited: own }): readonly Piece[] => [
      ...pieces,
      ...rows.map((row): Piece => ({ kind: 'row', row: { ...row, ...own } })),
    ]);
  return [...declare(link.type, state), ...cited];
}

function toRow(
  { line, raw }: Said,
  { link, cells, from, to }: Link & { readonly from: string; readonly to: string },
  state: State,
): SourceRow {
  const [subject, object] = [toNamed(from, link.subject, state), toNamed(to, link.object, state)];
  const filled = new Map(cells).set('relation', link.type);
  filled.set('subject', subject?.name ?? from).set('object', object?.name ?? to);
  const row = { file: state.file, line, raw, cells: filled };
  if (subject && object) return { ...row, subject, object };
  const [column, id] = subject ? ['object', to] : ['subject', from];
  const reason = `there is no record '${id.slice(0, 80)}' of a person or thing in the file; add it`;
  return { ...row, problem: { column, reason } };
}

function toNamed(id: string, property: string, { things }: State): Named | undefined {
  if (property === 'authority') return { name: id, kind: 'organisation' };
  const thing = things.get(id);
  return thing && { name: thing.name, id: thing.id };
}

function declare(name: string, { types }: State): readonly Piece[] {
  const type = findFtmType(name, types);
  types.add(name);
  return type ? [{ kind: 'type', type }] : [];
}

function toSaid(line: FtmLine): Said | undefined {
  const { record } = line;
  return 'problem' in record ? undefined : { ...line, record };
}

function valuesOf({ id, properties }: FtmRecord, property: string): readonly string[] {
  return property === 'this' ? [id] : (properties.get(property) ?? []);
}
