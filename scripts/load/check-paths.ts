import { EntenteError } from '@/lib/model/entente-error';
import type { IngestOptions, Item } from '@/lib/ingest/input';
import { openInput } from '@/lib/ingest/open-input';

import { describeReject } from '@/lib/load/describe-report';

type CheckOptions = Pick<IngestOptions, 'baseVocabulary' | 'login'>;

/**
 * Reads datasets without a store.
 * @param paths - the datasets
 * @param options - the vocabulary for datasets that have none of their own, and as whom to speak to a database
 * @returns a line for each thing that is wrong
 */
export async function checkPaths(
  paths: readonly string[],
  options: CheckOptions,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const path of paths) {
    try {
      for await (const line of checkPath(path, options)) wrong.push(line);
    } catch (error) {
      if (!(error instanceof EntenteError)) throw error;
      wrong.push(error.message);
    }
  }
  return wrong;
}

async function* checkPath(path: string, options: CheckOptions): AsyncGenerator<string> {
  const input = await openInput(path, { findNames: () => Promise.resolve(new Map()), ...options });
  try {
    for await (const items of input.items()) yield* items.flatMap(describeRefusal);
    yield* input.notices();
  } finally {
    await input.close();
  }
}

function describeRefusal(item: Item): readonly string[] {
  return item.kind === 'reject' ? [describeReject(item.reject)] : [];
}
