import path from 'node:path';

import type { Encoding } from './detect-encoding';

/** A sentence about a file that is not UTF-8, for people to look whether its names are right. */
export function noteEncoding(file: string, { label, name, by }: Encoding): readonly string[] {
  if (label === 'utf-8') return [];
  const start = `${path.basename(file)} was read as ${name}`;
  return by === 'guessed'
    ? [`${start}, going by its bytes. If names look wrong, save it as UTF-8 and load it again.`]
    : [`${start}.`];
}
