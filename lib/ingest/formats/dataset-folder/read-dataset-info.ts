import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { z } from 'zod';

import { EntenteError } from '@/lib/model/entente-error';

import { decodeFile } from '../../bytes/decode-text';

export interface DatasetInfo {
  readonly id: string;
  readonly title: string;
}

const DatasetFile = z.object({
  id: z.string().trim().min(1).max(128).optional(),
  title: z.string().trim().min(1).optional(),
});

/**
 * Reads the id and title of a dataset, by default the folder's name.
 * @param folder - the folder of the dataset
 * @param file - its `dataset.json`, if it has one
 * @throws `invalid` when the file is not valid
 */
export async function readDatasetInfo(folder: string, file: string | undefined): Promise<DatasetInfo> {
  const name = path.basename(path.resolve(folder)).normalize('NFC');
  if (file === undefined) return { id: name, title: name };
  const parsed = DatasetFile.safeParse(parseJson(file, await readText(file)));
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(
      (issue) => `${issue.path.join('.') || 'the whole'}: ${issue.message}`,
    );
    throw new EntenteError(
      'invalid',
      `${file} is not a valid description of a dataset: ${wrong.join('; ')}.`,
    );
  }
  const { id = name, title = id } = parsed.data;
  return { id, title };
}

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file);
  try {
    return decodeFile(bytes);
  } catch (cause) {
    if (!(cause instanceof EntenteError)) throw cause;
    throw new EntenteError('invalid', `${file}: ${cause.message}.`, { cause });
  }
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new EntenteError('invalid', `${file} is not JSON: ${String(cause).replace('SyntaxError: ', '')}.`, {
      cause,
    });
  }
}
