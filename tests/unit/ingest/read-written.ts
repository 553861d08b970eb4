import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { IngestOptions } from '@/lib/ingest/input';

import { readInput, type ReadInput } from './read-input';

/**
 * Writes a file, reads it as an input and removes it.
 * @returns what was read
 */
export async function readText(
  name: string,
  text: string,
  options: Partial<IngestOptions> = {},
): Promise<ReadInput> {
  const folder = await mkdtemp(path.join(tmpdir(), 'entente-text-'));
  try {
    await writeFile(path.join(folder, name), text);
    return await readInput(path.join(folder, name), options);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Each triple as words: subject, relation, object, and when. */
export function sentencesOf({ items }: ReadInput): readonly string[] {
  return items.flatMap((item) => {
    if (item.kind !== 'triple') return [];
    const { subject, label, object } = item.wording;
    return [[subject, label, object, item.triple.relation.when?.start ?? ''].join(' ').trim()];
  });
}

export function noticesOf({ input }: ReadInput): string {
  return input.notices().join('\n');
}

/** Names and kinds of the entities. */
export function namesWithKindsOf({ items }: ReadInput) {
  return items.flatMap((item) =>
    item.kind === 'entity' ? [`${item.entry.entity.name} (${item.entry.entity.kind})`] : [],
  );
}

/** Sentences with how they are tied to the text that they cite. */
export function gradesOf({ items }: ReadInput) {
  const texts = new Map(
    items.flatMap((item) => (item.kind === 'passage' ? [[item.passage.id, item.passage.text] as const] : [])),
  );
  return items.flatMap((item) => {
    if (item.kind !== 'triple') return [];
    const { subject, label, object } = item.wording;
    const { passage, grade } = item.triple.evidence;
    return [[`${subject} ${label} ${object}`, passage && texts.get(passage), grade]];
  });
}
