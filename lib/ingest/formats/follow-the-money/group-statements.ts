/** From statements to records: one of each thing, and of what joins things one for each dataset that states it. */
import { createTally, noteTally } from '../../rows/tally';
import type { FtmLine, FtmRecord } from './read-ftm';
import { kindOfSchema, linkOfSchema } from './schemata';
import type { FtmStatement } from './statements';

type Statements = AsyncIterable<readonly FtmStatement[]>;

/** All that is stated of one thing. */
interface Group {
  readonly id: string;
  readonly schemata: Set<string>;
  /** By the dataset that states it. */
  readonly stated: Map<string, Stated>;
}

interface Stated extends Pick<FtmLine, 'line' | 'raw'> {
  readonly properties: Map<string, string[]>;
}

/** Schemata that say less than others which a thing may have as well. */
const GENERAL = ['Thing', 'Interval', 'LegalEntity', 'Asset', 'Organization'];
const NO_STATEMENT = 'it is no statement: it has no entity_id, prop or value';

/** Puts statements together; they may stand in any order, so all are held in memory. */
export function createStatementGroups() {
  const groups = new Map<string, Group>();
  /** By the ids that datasets have for a thing, the one that it has. */
  const canonicals = new Map<string, string>();
  const faults: FtmLine[] = [];
  const unread = createTally();
  let external = 0;

  function groupOf(id: string): Group {
    const group = groups.get(id) ?? { id, schemata: new Set<string>(), stated: new Map<string, Stated>() };
    groups.set(id, group);
    return group;
  }

  function take(statement: FtmStatement): void {
    const { line, raw, cells } = statement;
    const read = toValue(statement);
    if ('problem' in read) faults.push({ line, raw, record: read });
    else if (isTrue(cells.get('external'))) external += 1;
    else if (!BOOKKEEPING.has(read.property)) {
      for (const name of UNREAD) if (cells.has(name)) unread.add(name);
      canonicals.set(read.entity, read.id);
      addValue(groupOf(read.id), read, statement);
    }
  }

  return {
    takeAll: async (statements: Statements): Promise<void> => {
      for await (const some of statements) some.forEach(take);
    },
    things: function* (): Generator<readonly FtmLine[]> {
      yield* inParts(groups, (group) => [toThing(group, canonicals)]);
    },
    links: function* (): Generator<readonly FtmLine[]> {
      yield faults;
      yield* inParts(groups, (group) => toLinks(group, canonicals));
    },
    notices: (): readonly string[] => [
      ...(external === 0
        ? []
        : [`Statements that are only candidates (external), and are not read: ${external}.`]),
      ...noteTally('Not read from the statements', unread),
    ],
  };
}

const PART = 500;

function* inParts(
  groups: ReadonlyMap<string, Group>,
  toLines: (group: Group) => readonly FtmLine[],
): Generator<readonly FtmLine[]> {
  let lines: FtmLine[] = [];
  for (const group of groups.values()) {
    lines.push(...toLines(group));
    if (lines.length < PART) continue;
    yield lines;
    lines = [];
  }
  yield lines;
}

/** The hash of an entity, for those who keep books on it. */
const BOOKKEEPING = new Set(['id']);
const UNREAD = ['first_seen', 'last_seen', 'original_value'];

interface Value {
  readonly id: string;
  readonly entity: string;
  readonly schema: string | undefined;
  readonly property: string;
  readonly value: string;
}

/** In the packed form a property has its schema before it. */
function toValue({ cells, problem }: FtmStatement): Value | { readonly problem: string } {
  const [entity, value, prop] = ['entity_id', 'value', 'prop'].map((name) => cells.get(name));
  if (problem !== undefined) return { problem };
  if (entity === undefined || value === undefined || prop === undefined) return { problem: NO_STATEMENT };
  const [first = '', second] = prop.split(':');
  const named =
    second === undefined
      ? { schema: cells.get('schema'), property: first }
      : { schema: first, property: second };
  return { id: cells.get('canonical_id') ?? entity, entity, value, ...named };
}

function addValue({ schemata, stated }: Group, { schema, property, value }: Value, at: FtmStatement): void {
  const dataset = at.cells.get('dataset') ?? '';
  const own = stated.get(dataset) ?? { line: at.line, raw: at.raw, properties: new Map<string, string[]>() };
  stated.set(dataset, own);
  if (schema !== undefined) schemata.add(schema);
  const values = own.properties.get(property) ?? [];
  own.properties.set(property, values);
  values.push(value);
}

type Canonicals = ReadonlyMap<string, string>;

/** A value may be the id that one dataset has for a thing. */
function resolve(
  properties: ReadonlyMap<string, readonly string[]>,
  canonicals: Canonicals,
): FtmRecord['properties'] {
  return new Map(
    [...properties].map(([name, values]) => [
      name,
      [...new Set(values.map((value) => canonicals.get(value) ?? value))],
    ]),
  );
}

function toThing({ id, schemata, stated }: Group, canonicals: Canonicals): FtmLine {
  const [first] = stated.values();
  const { line = 1, raw = '' } = first ?? {};
  const properties = resolve(mergeProperties([...stated.values()]), canonicals);
  const schema = chooseSchema(schemata);
  return { line, raw, record: { id, schema, caption: undefined, properties, others: [] } };
}

function toLinks({ id, schemata, stated }: Group, canonicals: Canonicals): readonly FtmLine[] {
  const schema = chooseSchema(schemata);
  const link = linkOfSchema(schema);
  const ends = link === undefined ? [] : [link.subject, link.object];
  const all = mergeProperties([...stated.values()]);
  return [...stated].map(([dataset, { line, raw, properties }]) => {
    // One dataset may state only the dates of what another has found.
    const filled = new Map<string, readonly string[]>(properties);
    for (const end of ends) if (!filled.has(end) && all.has(end)) filled.set(end, all.get(end) ?? []);
    const datasets = dataset === '' ? [] : [dataset];
    const record = { id, schema, caption: undefined, others: [], datasets };
    return { line, raw, record: { ...record, properties: resolve(filled, canonicals) } };
  });
}

function isTrue(cell = ''): boolean {
  return ['t', 'true', '1', 'yes'].includes(cell.toLowerCase());
}

function mergeProperties(stated: readonly Stated[]): ReadonlyMap<string, readonly string[]> {
  const merged = new Map<string, Set<string>>();
  for (const { properties } of stated)
    for (const [name, values] of properties)
      merged.set(name, new Set([...(merged.get(name) ?? []), ...values]));
  return new Map([...merged].map(([name, values]) => [name, [...values]]));
}

/** What joins things goes first, then the schema that says most. */
function chooseSchema(schemata: ReadonlySet<string>): string {
  const rank = (schema: string): number => {
    if (linkOfSchema(schema) !== undefined) return -1;
    return kindOfSchema(schema) === undefined ? GENERAL.length + 1 : GENERAL.length - rankOf(schema);
  };
  return [...schemata].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))[0] ?? '';
}

/** The more general, the less; what is not general most. */
function rankOf(schema: string): number {
  const at = GENERAL.indexOf(schema);
  return at === -1 ? GENERAL.length : at;
}
