import path from 'node:path';

import { openInput } from '@/lib/ingest/open-input';
import type { FindNames, IngestOptions, Input, Item } from '@/lib/ingest/input';
import type { Reject } from '@/lib/model/reject';
import type { Triple } from '@/lib/model/triple';

export interface ReadInput {
  readonly input: Input;
  readonly items: readonly Item[];
  readonly triples: readonly Triple[];
  readonly rejects: readonly Reject[];
}

const nobody: FindNames = () => Promise.resolve(new Map());

/** A path in `tests/fixtures/ingest`. The fixtures are made up for these tests. */
export function fixture(name: string): string {
  return path.join(__dirname, '..', '..', 'fixtures', 'ingest', name);
}

/** Reads all of an input, with a store that knows nobody unless told otherwise. */
export async function readInput(file: string, options: Partial<IngestOptions> = {}): Promise<ReadInput> {
  const input = await openInput(file, { findNames: nobody, ...options });
  const items: Item[] = [];
  try {
    for await (const some of input.items()) items.push(...some);
  } finally {
    await input.close();
  }
  return {
    input,
    items,
    triples: items.flatMap((item) => (item.kind === 'triple' ? [item.triple] : [])),
    rejects: items.flatMap((item) => (item.kind === 'reject' ? [item.reject] : [])),
  };
}
