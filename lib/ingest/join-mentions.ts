import { listZip } from './bytes/list-zip';
import { takeSample } from './bytes/take-sample';
import { gdelt, gdeltMentions } from './formats/gdelt/format';

const TABLE = /\.(?:csv|tsv|txt)(?:\.gz|\.zip)?$/iu;
/** What GDELT calls a table that it packs. */
const PACKED = /\.(export|mentions)\.csv$/iu;

interface Joinable {
  readonly path: string;
  readonly mentions?: readonly string[] | undefined;
}

/**
 * Puts GDELT's tables of mentions to the tables of events that were given with them.
 *
 * @param inputs - what to open, path by path
 * @returns the same, without the tables of mentions where there are events; each table of events has all of them, since an event is mentioned
 *   for days
 */
export async function joinMentions<T extends Joinable>(
  inputs: readonly T[],
): Promise<readonly (T & Joinable)[]> {
  const tables = inputs.filter(({ path }) => TABLE.test(path));
  if (tables.length < 2) return inputs;
  const events = new Set<string>();
  const mentions = new Set<string>();
  for (const { path } of tables) {
    // What is wrong with a path is told when it is opened.
    const part = await tellPart(path).catch(() => undefined);
    if (part === 'events') events.add(path);
    else if (part === 'mentions') mentions.add(path);
  }
  if (events.size === 0 || mentions.size === 0) return inputs;
  return inputs
    .filter(({ path }) => !mentions.has(path))
    .map((input) => (events.has(input.path) ? { ...input, mentions: [...mentions].sort() } : input));
}

/** Returns which part of GDELT a table is, by its content, or by the name of the one table in a zip file. */
async function tellPart(file: string): Promise<'events' | 'mentions' | undefined> {
  if (/\.zip$/iu.test(file)) {
    const [, part] = PACKED.exec((await listZip(file))[0] ?? '') ?? [];
    if (part === undefined) return undefined;
    return part.toLowerCase() === 'export' ? 'events' : 'mentions';
  }
  const sample = await takeSample(file);
  if (await gdelt.recognises(sample)) return 'events';
  return (await gdeltMentions.recognises(sample)) ? 'mentions' : undefined;
}
