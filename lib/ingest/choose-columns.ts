import { areNumbers } from './are-numbers';
import { toPlainName, type ColumnEnds, type TableShape } from './map-columns';

interface Choice {
  readonly shape: TableShape;
  readonly rows: readonly (readonly string[])[];
}

/**
 * In: the names of columns, and which field each may hold. Out: the column that holds each field: the field's own name goes before
 * others, and of what names something a column of names before one of numbers. The two ends go by names that belong together: beside
 * `head` and `tail` a `source` is something else.
 */
export function chooseColumns(
  names: readonly string[],
  wanted: readonly (string | undefined)[],
  { shape, rows }: Choice,
): ReadonlyMap<string | undefined, number> {
  const ranks = new Map([...(shape.synonyms?.keys() ?? [])].map((name, rank) => [name, rank]));
  const rankOf = (at: number): number =>
    names[at]?.trim().toLowerCase() === wanted[at]
      ? -1
      : (ranks.get(toPlainName(names[at] ?? '')) ?? ranks.size);
  const placesOf = (field: string): readonly number[] =>
    [...wanted.keys()].filter((at) => wanted[at] === field).sort((a, b) => rankOf(a) - rankOf(b));
  const isNamed = (at: number): boolean => !areNumbers(rows.map((row) => row[at] ?? ''));

  function chooseOne(field: string): number | undefined {
    const places = placesOf(field);
    const named = places.length > 1 && shape.required.includes(field) ? places.find(isNamed) : undefined;
    return named ?? places[0];
  }

  function choosePair({ subject, object, partners }: ColumnEnds): readonly [number, number] | undefined {
    const pairs = placesOf(subject).flatMap((from) =>
      placesOf(object)
        .filter((to) => partners.has(`${toPlainName(names[from] ?? '')} ${toPlainName(names[to] ?? '')}`))
        .map((to) => [from, to] as const),
    );
    return pairs.find((pair) => pair.every(isNamed)) ?? pairs[0];
  }

  const fields = new Set(wanted.filter((field) => field !== undefined));
  const chosen = new Map<string | undefined, number>();
  for (const field of fields) {
    const place = chooseOne(field);
    if (place !== undefined) chosen.set(field, place);
  }
  const { ends } = shape;
  const pair = ends && choosePair(ends);
  if (pair) chosen.set(ends.subject, pair[0]).set(ends.object, pair[1]);
  return chosen;
}
