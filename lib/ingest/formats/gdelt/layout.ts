/** Where GDELT's tables have what is read of them: by place in the files that GDELT publishes, and by name in what is exported from BigQuery. */
import { toPlainName } from '../../table/map-columns';
import { splitCells, type Delimiter } from '../../table/split-cells';

/** How a table of GDELT is laid out. `places` are counted from 0. */
export interface Layout<Field extends string> {
  readonly delimiter: Delimiter;
  readonly hasHeader: boolean;
  readonly width: number;
  readonly places: ReadonlyMap<Field, number>;
}

/** The fields of a table: the place of each in files without a header, and its name in those with one. */
export type Fields<Field extends string> = Readonly<
  Record<Field, readonly [place: number, ...names: readonly string[]]>
>;

const DELIMITERS = ['\t', ',', ';', '|'] as const;

/** @returns the first line of a text */
export function firstLineOf(text: string): string {
  return /^[^\r\n]*/u.exec(text)?.[0] ?? '';
}

/**
 * @param line the first line of a file
 * @param fields what is looked for
 * @param required those that there have to be
 * @returns how the table is laid out whose header the line is; undefined when it is none
 */
export function readHeader<Field extends string>(
  line: string,
  fields: Fields<Field>,
  required: (has: (field: Field) => boolean) => boolean,
): Layout<Field> | undefined {
  for (const delimiter of DELIMITERS) {
    const names = (splitCells(line, delimiter) ?? []).map(toPlainName);
    const places = new Map<Field, number>();
    for (const field of keysOf(fields)) {
      const [, ...known] = fields[field];
      const place = names.findIndex((name) => known.includes(name));
      if (place !== -1) places.set(field, place);
    }
    if (required((field) => places.has(field)))
      return { delimiter, hasHeader: true, width: names.length, places };
  }
  return undefined;
}

/** @returns how a table without a header is laid out. */
export function layOut<Field extends string>(
  width: number,
  fields: Fields<Field>,
  moved: Partial<Record<Field, number>> = {},
): Layout<Field> {
  const places = new Map(keysOf(fields).map((field) => [field, moved[field] ?? fields[field][0]] as const));
  return { delimiter: '\t', hasHeader: false, width, places };
}

function keysOf<Field extends string>(fields: Fields<Field>): readonly Field[] {
  const keys: Field[] = [];
  for (const key in fields) keys.push(key);
  return keys;
}
