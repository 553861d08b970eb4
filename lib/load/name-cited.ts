import path from 'node:path';

import type { ListedInputs } from '@/lib/ingest/list-inputs';

type Listed = ListedInputs['inputs'][number];
type Below = Listed & { readonly given: string };

/** What was found in the paths that a person gave, each with the path that it was found below. */
export interface ListedBelow {
  readonly inputs: readonly Below[];
  readonly notices: readonly string[];
}

/**
 * @returns the inputs, each with what it is cited by: its path below the folder that was given, or its name where it was given itself; of
 *   several given files of one name, with the folders that tell them apart. So `a/events.csv` and `b/events.csv` are two sources.
 */
export function nameCited<T extends Below>(
  inputs: readonly T[],
): readonly (T & { readonly citedFile: string })[] {
  const paths = new Map<string, string[]>();
  const named = inputs.map((input) => {
    const citedFile = toBelow(input);
    const twins = paths.get(citedFile);
    if (twins === undefined) paths.set(citedFile, [input.path]);
    else twins.push(input.path);
    return { ...input, citedFile };
  });
  return named.map((input) => {
    const others = (paths.get(input.citedFile) ?? []).filter((other) => other !== input.path);
    return others.length === 0 ? input : { ...input, citedFile: tellApart(input.path, others) };
  });
}

function toBelow({ path: file, given }: Below): string {
  const below = path.relative(given, file);
  return below === '' || below.startsWith('..') ? path.basename(file) : below.split(path.sep).join('/');
}

/** The shortest end of a path that no other has. */
function tellApart(file: string, others: readonly string[]): string {
  const parts = path.resolve(file).split(path.sep);
  const ends = parts.map((_, at) => parts.slice(parts.length - 1 - at).join('/'));
  const isAlone = (end: string): boolean =>
    others.every((other) => !path.resolve(other).split(path.sep).join('/').endsWith(`/${end}`));
  return ends.find(isAlone) ?? path.basename(file);
}
