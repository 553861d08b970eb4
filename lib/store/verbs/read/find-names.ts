import { EntityKind } from '@/lib/model/entity';
import { foldName } from '@/lib/model/fold-name';
import { EntityId } from '@/lib/model/ids';
import type { NameMatch } from '@/lib/model/name-match';

import {
  ALIASES_BY_KEY,
  ENTITIES_BY_ID,
  ENTITIES_BY_KEY,
  ENTITIES_BY_NAME,
  ENTITIES_BY_NFC_NAME,
} from '../../cypher/name-queries';
import type { Engine, Row } from '../../engine';
import { textOf } from '../rows/row-values';
import { markOwn } from './mark-own';

/** Of a folded name so many are fetched: those that have the very name are among them, and are told apart afterwards. */
const FETCHED_MAX = 200;

type Named = Omit<NameMatch, 'by'>;
type NamedByCell = ReadonlyMap<string, readonly Named[]>;

/**
 * Finds the entities that each cell may mean: by id, then by name (in Unicode form NFC), then by
 * name regardless of case and accents, then by another name; within each of these in the order of
 * the ids.
 * @param engine - the database
 * @param cells - names or ids as people write them
 * @param dataset - the dataset that asks
 * @returns the matches by cell; cells without any are missing
 */
export async function findNames(
  engine: Engine,
  cells: readonly string[],
  dataset?: string,
): Promise<ReadonlyMap<string, readonly NameMatch[]>> {
  const wanted = [...new Set(cells)];
  if (wanted.length === 0) return new Map();
  const keys = [...new Set(wanted.map(foldName))].filter((key) => key !== '');
  const [ids, byKey, byAlias] = await Promise.all([
    readById(engine, wanted),
    readFound(engine, ENTITIES_BY_KEY, keys),
    readAliased(engine, keys),
  ]);
  const byName = await findCrowded(engine, wanted, byKey);
  const byId = new Map(ids.map(toNamed).map((entity): [string, Named[]] => [entity.id, [entity]]));
  const matches = new Map<string, readonly NameMatch[]>();
  for (const cell of wanted) {
    const nfc = cell.normalize('NFC');
    // Whoever has the very name has its folded form too: one index answers both.
    const sameKey = byKey.get(foldName(cell)) ?? [];
    const named = byName.get(cell) ?? sameKey.filter(({ name }) => name.normalize('NFC') === nfc);
    const found = [
      ...toMatches(byId.get(cell), 'id'),
      ...toMatches(named, 'name'),
      ...toMatches(sameKey, 'folded'),
      ...toMatches(byAlias.get(foldName(cell)), 'alias'),
    ];
    if (found.length > 0) matches.set(cell, firstOfEach(found));
  }
  return dataset === undefined ? matches : await markOwn(engine, matches, dataset);
}

/** Most cells are no ids: they have spaces. */
async function readById(engine: Engine, cells: readonly string[]): Promise<readonly Row[]> {
  const ids = cells.filter((cell) => EntityId.safeParse(cell).success);
  return ids.length === 0 ? [] : engine.read(ENTITIES_BY_ID, { cells: ids });
}

/** Cells whose folded name has too many owners to be fetched, or is empty: they are asked for by the name as written. */
async function findCrowded(
  engine: Engine,
  cells: readonly string[],
  byKey: NamedByCell,
): Promise<NamedByCell> {
  const crowded = cells.filter((cell) => {
    const key = foldName(cell);
    return key === '' || (byKey.get(key)?.length ?? 0) >= FETCHED_MAX;
  });
  if (crowded.length === 0) return new Map();
  const names = [...new Set(crowded.flatMap((cell) => [cell, cell.normalize('NFC')]))];
  const [written, composed] = await Promise.all([
    readFound(engine, ENTITIES_BY_NAME, names),
    readFound(engine, ENTITIES_BY_NFC_NAME, names),
  ]);
  return new Map(
    crowded.map((cell): [string, readonly Named[]] => {
      const forms = [cell, cell.normalize('NFC')];
      return [cell, forms.flatMap((form) => [...(written.get(form) ?? []), ...(composed.get(form) ?? [])])];
    }),
  );
}

async function readFound(engine: Engine, text: string, cells: readonly string[]): Promise<NamedByCell> {
  if (cells.length === 0) return new Map();
  const rows = await engine.read(text, { cells, limit: FETCHED_MAX });
  return new Map(
    rows.map((row): [string, Named[]] => [textOf(row, 'cell'), toList(row['found']).map(toNamedFromList)]),
  );
}

interface Called extends Named {
  readonly called: string;
}

/** The entities come apart: an index is not used for an id that stands in a matched row. */
async function readAliased(
  engine: Engine,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly Called[]>> {
  if (keys.length === 0) return new Map();
  const rows = await engine.read(ALIASES_BY_KEY, { cells: keys, limit: FETCHED_MAX });
  const found = rows.map((row) => [textOf(row, 'cell'), toList(row['found']).map(toAlias)] as const);
  const ids = [...new Set(found.flatMap(([, aliases]) => aliases.map(({ id }) => id)))];
  if (ids.length === 0) return new Map();
  const entities = (await engine.read(ENTITIES_BY_ID, { cells: ids })).map(toNamed);
  const byId = new Map<string, Named>(entities.map((entity) => [entity.id, entity]));
  return new Map(
    found.map(([cell, aliases]): [string, readonly Called[]] => [
      cell,
      aliases.flatMap(({ id, called }) => {
        const entity = byId.get(id);
        return entity === undefined ? [] : [{ ...entity, called }];
      }),
    ]),
  );
}

function toAlias(found: unknown): { readonly id: string; readonly called: string } {
  const [id, called] = toList(found);
  return { id: String(id), called: String(called) };
}

function toMatches(entities: readonly Named[] | undefined, by: NameMatch['by']): readonly NameMatch[] {
  return [...(entities ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1)).map((entity) => ({ ...entity, by }));
}

function firstOfEach(matches: readonly NameMatch[]): readonly NameMatch[] {
  const kept = new Map<string, NameMatch>();
  for (const match of matches) if (!kept.has(match.id)) kept.set(match.id, match);
  return [...kept.values()];
}

function toNamed(row: Row): Named {
  return { id: EntityId.parse(row['id']), name: textOf(row, 'name'), kind: EntityKind.parse(row['kind']) };
}

function toNamedFromList(found: unknown): Named {
  const [id, name, kind] = toList(found);
  return toNamed({ id, name, kind });
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
