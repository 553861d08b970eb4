/** From the pieces of a source to the items that can be stored: names looked up, rows checked, mentions found. */
import type { Entity } from '@/lib/model/entity';
import type { EntityName } from '@/lib/model/entity-name';
import type { EntityId, PassageId } from '@/lib/model/ids';

import type { CellReader } from './cell-reader';
import { createPieceChecker } from './check-piece';
import type { EntityIndex } from '../names/entity-index';
import { findCitation } from '../documents/find-citation';
import { createMentionFinder } from '../spans/find-mentions';
import type { Item } from '../input';
import type { NameResolver } from '../names/name-resolver';
import { namesOf, parseTriple, toNamed, type TripleContext } from './parse-triple';
import { attemptRow } from './read-rows';
import type { Named, NamedMention, Piece, Source, SourceRow } from '../source';
import type { TypeIndex } from '../names/type-index';

export interface ItemContext {
  readonly source: Source;
  readonly index: EntityIndex;
  readonly names: NameResolver;
  readonly types: TypeIndex;
  readonly triples: TripleContext;
  /** All names of the store, for documents in which they are to be found. */
  readonly entityNames: (() => AsyncIterable<readonly EntityName[]>) | undefined;
}

/** Reads a source once. What has no row comes in the order of the source, and each row as a triple or as a reject. */
export async function* readItems(context: ItemContext): AsyncGenerator<readonly Item[]> {
  const { source } = context;
  yield [...declaredItems(source)];
  if (source.documents) yield* documentItems(context);
  let row = 0;
  for await (const pieces of namedPieces(context)) {
    const items: Item[] = [];
    for (const piece of pieces) {
      if (piece.kind === 'row') row += 1;
      addItems(items, piece, { context, row });
    }
    yield items;
  }
}

/** The pieces of a source, their names looked up: those of the next ones while the ones before are worked on. */
async function* namedPieces({
  source,
  index,
  names,
  triples,
}: ItemContext): AsyncGenerator<readonly Piece[]> {
  const check = createPieceChecker();
  let before: { readonly pieces: readonly Piece[]; readonly prepared: Promise<void> } | undefined;
  for await (const unchecked of surveyed(source.pieces(), { names, cells: triples.cells })) {
    const pieces = unchecked.map(check);
    await before?.prepared;
    for (const piece of pieces) if (piece.kind === 'entity') index.add(piece.entity);
    // Most names have been met before; what is left out here is soon forgotten.
    const prepared = names.prepare(namesInAll(pieces, (named) => !names.isHeld(named)));
    // Whoever waits for it hears of a failure.
    prepared.catch(() => undefined);
    if (before) yield before.pieces;
    before = { pieces, prepared };
  }
  await before?.prepared;
  if (before) yield before.pieces;
}

/** So many pieces are looked at before the first is read, or fewer where so many rows are among them. */
const SURVEYED = { pieces: 50_000, rows: 20_000 };

/** The same pieces, the first of them shown to who judges what the cells of a column mean. */
async function* surveyed(
  all: AsyncIterable<readonly Piece[]>,
  judges: Judges,
): AsyncGenerator<readonly Piece[]> {
  let first: (readonly Piece[])[] | undefined = [];
  const rows: SourceRow[] = [];
  let count = 0;
  for await (const pieces of all) {
    if (first === undefined) {
      yield pieces;
      continue;
    }
    first.push(pieces);
    count += pieces.length;
    for (const piece of pieces) if (piece.kind === 'row' && !piece.row.problem) rows.push(piece.row);
    if (rows.length < SURVEYED.rows && count < SURVEYED.pieces) continue;
    show(rows.slice(0, SURVEYED.rows), judges);
    yield* first;
    first = undefined;
  }
  if (first === undefined) return;
  show(rows, judges);
  yield* first;
}

/** Who judges by the first rows. */
interface Judges {
  readonly names: NameResolver;
  readonly cells: CellReader;
}

function show(rows: readonly SourceRow[], { names, cells }: Judges): void {
  cells.survey(rows);
  names.survey(rows.flatMap(namesOf));
}

function* declaredItems({ types = [], entities = [], rejects = [] }: Source): Generator<Item> {
  for (const reject of rejects) yield { kind: 'reject', reject };
  for (const type of types) yield { kind: 'type', entry: { type, declared: true } };
  for (const entity of entities) yield { kind: 'entity', entry: { entity, declared: true } };
}

function addItems(
  items: Item[],
  piece: Piece,
  { context, row }: { context: ItemContext; row: number },
): void {
  if (piece.kind === 'row') items.push(toTripleItem(piece.row, row, context));
  else if (piece.kind === 'passage') addPassage(items, piece, context);
  else if (piece.kind === 'entity')
    items.push({ kind: 'entity', entry: { entity: piece.entity, declared: true } });
  else if (piece.kind === 'type') {
    context.types.declare(piece.type);
    items.push({ kind: 'type', entry: { type: piece.type, declared: true } });
  } else items.push(piece);
}

function toTripleItem(source: SourceRow, row: number, { names, triples }: ItemContext): Item {
  const result = attemptRow(source, () => parseTriple(source, names.partyOf, triples));
  if ('reject' in result) return { kind: 'reject', row, reject: result.reject, cells: source.cells };
  const { triple, wording } = result.value;
  return { kind: 'triple', row, triple, wording, source };
}

/** A passage whose mentions the input gives. An ambiguous name is marked nowhere. */
function addPassage(items: Item[], piece: Piece & { kind: 'passage' }, { names }: ItemContext): void {
  const mentions = piece.mentions.flatMap(({ entity, start, end }) => {
    const party = names.partyOf(entity);
    if (party.status === 'ambiguous') return [];
    if (party.status === 'implied')
      items.push({ kind: 'entity', entry: { entity: party.entity, declared: false } });
    return [{ passage: piece.passage.id, entity: party.id, start, end }];
  });
  items.push({ ...piece, mentions });
}

function namesInAll(pieces: readonly Piece[], isWanted: (named: Named) => boolean): readonly Named[] {
  const names: Named[] = [];
  for (const piece of pieces) for (const named of namesIn(piece)) if (isWanted(named)) names.push(named);
  return names;
}

function namesIn(piece: Piece): readonly Named[] {
  if (piece.kind === 'row') return namesOf(piece.row);
  return piece.kind === 'passage' ? piece.mentions.map(toEntityOf) : [];
}

function toEntityOf({ entity }: NamedMention): Named {
  return entity;
}

/** What a first look through the rows tells about the documents that they cite. */
interface Scan {
  readonly declared: ReadonlySet<EntityId>;
  /** Who has part in the triples that cite a passage. */
  readonly participants: Map<PassageId, Set<EntityId>>;
  /** The entities that only rows name, under the names that rows use. */
  readonly implied: Map<string, Entity>;
  readonly known: Map<string, EntityName>;
}

async function* documentItems(context: ItemContext): AsyncGenerator<readonly Item[]> {
  const { entities = [], documents, marksKnownNames = false } = context.source;
  if (!documents) return;
  yield documents.rejects.map((reject): Item => ({ kind: 'reject', reject }));
  const scan = await scanRows(context);
  yield [...scan.implied.values()].map((entity): Item => ({
    kind: 'entity',
    entry: { entity, declared: false },
  }));
  const stored = marksKnownNames ? await collect(context.entityNames) : [];
  const findMentions = createMentionFinder([...entities, ...scan.known.values(), ...stored]);
  const nobody = new Set<never>();
  for (const { file, document, passages } of documents.documents) {
    const items: Item[] = [{ kind: 'document', document }];
    for (const { passage, line } of passages) {
      const mentions = findMentions(passage, scan.participants.get(passage.id) ?? nobody);
      items.push({ kind: 'passage', passage, mentions, file, line });
    }
    yield items;
  }
}

/** What it gathers grows with names and citations, not with rows. */
async function scanRows(context: ItemContext): Promise<Scan> {
  const declared = new Set<EntityId>((context.source.entities ?? []).map(({ id }) => id));
  const scan: Scan = { declared, participants: new Map(), implied: new Map(), known: new Map() };
  const judges = { names: context.names, cells: context.triples.cells };
  for await (const pieces of surveyed(context.source.pieces(), judges)) {
    const rows = pieces.flatMap((piece) => (piece.kind === 'row' ? [piece.row] : []));
    await context.names.prepare(rows.flatMap(namesOf));
    for (const row of rows) scanRow(row, context, scan);
  }
  return scan;
}

function scanRow(row: SourceRow, context: ItemContext, scan: Scan): void {
  const ends = (['subject', 'object'] as const).flatMap((column) =>
    scanEnd(toNamed(column, row), context, scan),
  );
  const cited = attemptRow(row, () => row.citation ?? findCitation(row.cells, context.triples.documents));
  if (!('value' in cited) || !cited.value || 'document' in cited.value) return;
  const { passage } = cited.value;
  scan.participants.set(passage, new Set([...(scan.participants.get(passage) ?? []), ...ends]));
}

/** Returns the entity that an end of a row means, if that is clear. */
function scanEnd(named: Named | undefined, { names }: ItemContext, scan: Scan): readonly EntityId[] {
  const party = named && names.partyOf(named);
  if (!named || !party || party.status === 'ambiguous') return [];
  if (party.status === 'implied') scan.implied.set(party.id, party.entity);
  if (!scan.declared.has(party.id))
    scan.known.set(named.name, { id: party.id, name: named.name, aliases: [] });
  return [party.id];
}

async function collect(
  names: (() => AsyncIterable<readonly EntityName[]>) | undefined,
): Promise<readonly EntityName[]> {
  const all: EntityName[] = [];
  if (names) for await (const page of names()) all.push(...page);
  return all;
}
