import { joinMentions } from '@/lib/ingest/join-mentions';
import type { Input } from '@/lib/ingest/input';
import { joinTables, listInputs } from '@/lib/ingest/list-inputs';
import { openInput } from '@/lib/ingest/open-input';
import { readMappings } from '@/lib/ingest/table/mapping-file';
import type { Mapping } from '@/lib/model/mapping';

import { attempt, type Failed } from './attempt';
import { createTeller } from './create-teller';
import type { LoadOptions, LoadTarget } from './load-options';
import { nameCited, type ListedBelow } from './name-cited';

export interface Opened {
  readonly inputs: readonly { readonly path: string; readonly input: Input }[];
  readonly failures: readonly Failed[];
  /** Files that were found in a folder and could not be opened. */
  readonly skipped: readonly Failed[];
  readonly notices: readonly string[];
}

/** All are looked through before the first is stored, so that a mistake in the last path shows at once. */
export async function openInputs(
  store: Promise<LoadTarget>,
  paths: readonly string[],
  options: LoadOptions & { readonly dataFolder: string },
): Promise<Opened> {
  const inputs: { path: string; input: Input }[] = [];
  const failures: Failed[] = [];
  const found: Failed[] = [];
  const { baseVocabulary, format, signal } = options;
  const savedMappings = await readMappings(options.dataFolder);
  // Who needs the store waits for it; that it cannot be opened is told when the files have been looked through.
  store.catch(() => undefined);
  const findNames = async (names: readonly string[], dataset?: string) =>
    (await store).findNames(names, dataset);
  const entityNames = async function* () {
    yield* (await store).entityNames();
  };
  const listed = await listAll(paths, options);
  for (const { path, isNamed, tables, mentions, citedFile, looked } of nameCited(listed.inputs)) {
    if (signal?.aborted) break;
    const opened = await attempt(path, () =>
      openInput(path, {
        findNames,
        entityNames,
        baseVocabulary,
        format,
        mapping: mappingFor(path, options),
        savedMappings,
        tables,
        mentions,
        citedFile,
        looked,
        signal,
        onRead: (bytes) => options.onOpening?.(createTeller(options.baseFolder)(path), bytes),
        idsAsNames: options.idsAsNames,
        isVerbose: options.isVerbose,
        login: options.login,
      }),
    ).catch(async (error: unknown) => {
      if (signal?.aborted) return undefined;
      await closeAll(inputs);
      throw error;
    });
    if (opened === undefined) break;
    if ('value' in opened) inputs.push({ path, input: opened.value });
    else (isNamed ? failures : found).push(opened.failure);
  }
  // What else lies in a folder is told; that nothing of it can be loaded is a failure.
  if (inputs.length === 0) return { inputs, failures: [...failures, ...found], skipped: [], notices: [] };
  return { inputs, failures, skipped: found, notices: listed.notices };
}

async function listAll(
  paths: readonly string[],
  { format, tables }: Pick<LoadOptions, 'format' | 'tables'>,
): Promise<ListedBelow> {
  const [edges] = tables?.edges ?? [];
  const given = tables && edges !== undefined ? [{ path: edges, tables, isNamed: true, given: edges }] : [];
  const listed: ListedBelow[] = [];
  for (const path of paths) {
    // What is wrong with a path is told when it is opened.
    const itself = { inputs: [{ path, isNamed: true }], notices: [] };
    const { inputs, notices } = await listInputs(path, format).catch(() => itself);
    listed.push({ inputs: inputs.map((input) => ({ ...input, given: path })), notices });
  }
  const inputs = listed.flatMap((each) => each.inputs);
  return {
    inputs: [...given, ...(format === undefined ? await joinMentions(await joinTables(inputs)) : inputs)],
    notices: listed.flatMap(({ notices }) => notices),
  };
}

/** Finds what a person says about the columns of one table. */
export function mappingFor(
  path: string,
  { mapping, mappings, baseFolder }: Pick<LoadOptions, 'mapping' | 'mappings' | 'baseFolder'>,
): Mapping | undefined {
  return mapping ?? mappings?.[createTeller(baseFolder)(path)];
}

/** Closes inputs, whatever became of them. */
export async function closeAll(inputs: Opened['inputs']): Promise<void> {
  for (const { input } of inputs) await input.close();
}
