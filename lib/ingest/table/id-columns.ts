/** Columns of ids beside the columns of names that a table of edges has: `source_id` beside `source_name`. */
import { toPlainName, type ColumnMap } from './map-columns';

/** The fields that such columns hold; each goes with the end whose name it begins with. */
export const ID_FIELDS = { subject: 'subject_id', object: 'object_id' } as const;

const NAME_ENDINGS = /(?:name|label|title)$/u;
/** Columns that are called just so hold ids of entities that the store has. */
const OWN = new Set<string>(Object.values(ID_FIELDS));

/**
 * @param names the names of the columns.
 * @param map which field each of them holds.
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

/** @returns whether a table says by the names of its columns that they hold ids of entities in the store. */
export function declaresIds(names: readonly string[]): boolean {
  return names.some((name) => OWN.has(name.trim().toLowerCase()));
}
