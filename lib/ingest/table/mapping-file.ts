/** `entente-map.json`: what a person said about the columns of tables, kept beside them. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { EntenteError } from '@/lib/model/entente-error';
import { MappingFile, type SavedMapping } from '@/lib/model/mapping';

import { errorCodeOf } from '../bytes/error-code';

const MAPPING_FILE = 'entente-map.json';

/**
 * Reads the mappings that are kept in a folder.
 *
 * @param folder - where `entente-map.json` may lie
 * @returns the mappings, the newest first; none where there is no such file
 * @throws `invalid` when the file is there and is not such a file
 */
export async function readMappings(folder: string): Promise<readonly SavedMapping[]> {
  const file = path.join(folder, MAPPING_FILE);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (errorCodeOf(error) === 'ENOENT' || errorCodeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  });
  if (text === undefined) return [];
  try {
    return MappingFile.parse(JSON.parse(text)).mappings;
  } catch (cause) {
    throw new EntenteError(
      'invalid',
      `${file} cannot be read: it has to be {"mappings": [{"for": {"header": […]}, "columns": {"subject": "…"}}]}. Correct it, or remove it.`,
      { cause },
    );
  }
}

/**
 * Keeps a mapping in a folder, in the place of one for the same tables.
 *
 * @param folder - where `entente-map.json` lies or is created
 * @throws what `readMappings` throws, and the file system's errors
 */
export async function saveMapping(folder: string, mapping: SavedMapping): Promise<void> {
  const key = JSON.stringify(mapping.for);
  const others = (await readMappings(folder)).filter((each) => JSON.stringify(each.for) !== key);
  const text = JSON.stringify({ mappings: [mapping, ...others] } satisfies MappingFile, undefined, 2);
  await writeFile(path.join(folder, MAPPING_FILE), `${text}\n`);
}
