import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { readInput, type ReadInput } from './read-input';

/** Reads texts as files of a folder that is there only meanwhile; `opened` is the file, or nothing for the folder itself. */
export async function readFiles(
  files: Readonly<Record<string, string>>,
  opened = '',
): Promise<ReadInput & { readonly notices: readonly string[] }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'entente-read-'));
  try {
    const home = path.join(folder, 'set');
    await mkdir(home);
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(home, name), text);
    const read = await readInput(path.join(home, opened));
    return { ...read, notices: read.input.notices() };
  } finally {
    await rm(folder, { recursive: true });
  }
}

export function sentencesOf({ items }: ReadInput): readonly string[] {
  return items.flatMap((item) =>
    item.kind === 'triple'
      ? [`${item.wording.subject} ${item.triple.relation.type} ${item.wording.object}`]
      : [],
  );
}

export function entitiesOf({ items }: ReadInput) {
  return items.flatMap((item) => (item.kind === 'entity' && item.entry.declared ? [item.entry.entity] : []));
}

export function textsOf({ items }: ReadInput): readonly string[] {
  return items.flatMap((item) => (item.kind === 'passage' ? [item.passage.text] : []));
}

export function documentsOf({ items }: ReadInput) {
  return items.flatMap((item) => (item.kind === 'document' ? [item.document] : []));
}
