import { z } from 'zod';

/**
 * What a person says about the columns of a table: which holds the subject, the relation, the object, the source … `columns` gives for each
 * field the name of a column, the number of one (counted from 1), or, in double quotation marks, what the field is in each row.
 */
export const Mapping = z.strictObject({
  /** Whether the first row names the columns; when left out it does. */
  header: z.boolean().optional(),
  columns: z.record(z.string().min(1), z.string().min(1)),
});
export type Mapping = z.infer<typeof Mapping>;

/** A mapping that was kept, and the names of the columns by which it is found again; empty where the table has no header. */
export const SavedMapping = Mapping.extend({
  for: z.object({ header: z.array(z.string()) }).or(z.object({ file: z.string() })),
});
export type SavedMapping = z.infer<typeof SavedMapping>;

/** `entente-map.json`: mappings that were kept beside the files that they are about. */
export const MappingFile = z.object({ mappings: z.array(SavedMapping) });
export type MappingFile = z.infer<typeof MappingFile>;

/** What has to be asked about a table before any of it can be stored: "What does each column hold?" */
export const ColumnQuestion = z.object({
  /** Why it has to be asked, in a sentence. */
  reason: z.string(),
  /** The names of the columns, or their numbers where the table has no header. */
  columns: z.array(z.string()),
  /** The first rows, to be shown below the names. */
  rows: z.array(z.array(z.string())),
  /** What a column may hold. */
  fields: z.array(z.string()),
  /** The best guess. It is never used without a person's word. */
  guess: Mapping,
});
export type ColumnQuestion = z.infer<typeof ColumnQuestion>;

/**
 * Reads what `--map` says.
 *
 * @param text - pairs as in `subject=Source,relation=Type`, with commas between them; a name with a comma stands in quotation marks that
 * take it whole: `"subject=Last, first",relation=Type`
 * @returns for each field the column, or what it is in each row
 * @throws nothing; a part without `=` is given back as the field, with no column
 */
export function parseMapping(text: string): Mapping['columns'] {
  const parts = text.match(/(?:"[^"]*"|[^,])+/gu) ?? [];
  return Object.fromEntries(
    parts.map((part): [string, string] => {
      const [, whole = part.trim()] = /^"(?<whole>[^"=]+=[^"]*)"$/u.exec(part.trim()) ?? [];
      const at = whole.indexOf('=');
      return at === -1
        ? [whole.trim(), '']
        : [whole.slice(0, at).trim().toLowerCase(), whole.slice(at + 1).trim()];
    }),
  );
}

/** Returns a mapping as `--map` takes it, with quotation marks for the shell where they are needed. */
export function printMapping({ columns }: Mapping): string {
  const text = Object.entries(columns)
    .map(([field, column]) => (column.includes(',') ? `"${field}=${column}"` : `${field}=${column}`))
    .join(',');
  return /[^\p{L}\p{N}=,._-]/u.test(text) ? `'${text.replaceAll("'", `'\\''`)}'` : text;
}
