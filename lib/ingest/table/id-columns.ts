/** Columns of ids beside the columns of names that a table of edges has: `source_id` beside `source_name`. */
import { areNumbers } from './are-numbers';
import { toPlainName, type ColumnMap } from './map-columns';

/** The fields that such columns hold; each goes with the end whose name it begins with. */
export const ID_FIELDS = { subject: 'subject_id', object: 'object_id' } as const;

const NAME_ENDINGS = /(?:name|label|title)$/u;
/** Columns that are called just so hold ids of entities that the store has. */
const OWN = new Set<string>(Object.values(ID_FIELDS));

/**
 * @param names - the names of the columns
 * @param map - which field each of them holds
 * @returns the same map, with the columns of ids that stand beside those of names; the columns are no longer told to be unread.
 */
export function addIdColumns(names: readonly string[], map: ColumnMap): ColumnMap {
  const plain = names.map(toPlainName);
  const added = (['subject', 'object'] as const).flatMap((end) => {
    const at = map.fields.indexOf(end);
    const stem = (plain[at] ?? '').replace(NAME_ENDINGS, '');
    const place = at === -1 || stem === '' ? -1 : plain.indexOf(`${stem}id`);
    return place === -1 || place === at || map.fields[place] !== undefined
      ? []
      : [{ place, field: ID_FIELDS[end] }];
  });
  if (added.length !== 2) return map;
  const fields = [...map.fields];
  for (const { place, field } of added) fields[place] = field;
  const columns = added.map(({ place, field }) => ({ field, column: names[place] ?? '' }));
  const isTold = (notice: string): boolean =>
    columns.some(({ column }) => notice.startsWith(`The column '${column}' was not read`));
  return {
    ...map,
    fields,
    uses: [...map.uses, ...columns],
    notices: map.notices.filter((notice) => !isTold(notice)),
  };
}

/** Tells whether a table says by the names of its columns that they hold ids of entities in the store. */
export function declaresIds(names: readonly string[]): boolean {
  return names.some((name) => OWN.has(name.trim().toLowerCase()));
}

const ADDRESS = /^(?:https?:\/\/|www\.)\S/iu;
/** What may hold addresses, and is something else where it does not. */
const LINKS = new Set(['link', 'links', 'source', 'uri']);

/**
 * A column `source` that is not one of the two ends, because others are, holds where the row is from; so does a column `link` of addresses.
 *
 * @param rows - the first rows; a column of numbers holds no source
 */
export function addSourceColumn(
  names: readonly string[],
  map: ColumnMap,
  rows: readonly (readonly string[])[],
): ColumnMap {
  const plain = names.map(toPlainName);
  const place = plain.findIndex((name, at) => LINKS.has(name) && map.fields[at] === undefined);
  const cells = rows.map((row) => row[place]?.trim() ?? '').filter((cell) => cell !== '');
  const isTaken = ['reference', 'url'].some((field) => map.fields.includes(field));
  if (place === -1 || isTaken || !map.fields.includes('subject') || !isOfSources(plain[place], cells))
    return map;
  const column = names[place] ?? '';
  const fields = map.fields.map((field, at) => (at === place ? 'reference' : field));
  return {
    ...map,
    fields,
    uses: [...map.uses, { field: 'reference', column }],
    notices: map.notices.filter((notice) => !notice.startsWith(`The column '${column}' was not read`)),
  };
}

function isOfSources(name: string | undefined, cells: readonly string[]): boolean {
  if (cells.length === 0) return false;
  return cells.every((cell) => ADDRESS.test(cell)) || (name === 'source' && !areNumbers(cells));
}
