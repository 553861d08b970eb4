import { access, constants, stat } from 'node:fs/promises';
import path from 'node:path';

import { deriveId } from '@/lib/model/derive-id';
import { EntenteError, type Failure } from '@/lib/model/entente-error';
import { LoadId } from '@/lib/model/ids';
import type { RelationType } from '@/lib/model/relation-type';

import { isDatabaseAddress } from './neo4j-source/address';
import { createOccurrenceCounter } from './rows/count-occurrences';
import { createEntityIndex, type EntityIndex } from './names/entity-index';
import { chooseFormat } from './choose-format';
import { errorCodeOf } from './bytes/error-code';
import type { DocumentIndex } from './documents/document-index';
import { hashFiles } from './bytes/hash-files';
import type { FindNames, IngestOptions, Input } from './input';
import { mergeEntities, type MergedEntities } from './names/merge-entities';
import { toMergesText } from './names/merges-text';
import { createNameResolver, type NameResolver } from './names/name-resolver';
import { refuseNamelessEnds } from './names/nameless-ends';
import { readItems } from './rows/read-items';
import { valuesOf } from './rows/read-rows';
import { readVocabulary } from './names/read-vocabulary';
import type { Format, Source } from './source';
import { takeSample, type FileSample } from './bytes/take-sample';
import { createTypeIndex } from './names/type-index';
import { createCellReader, type CellReader } from './rows/cell-reader';

/**
 * Opens the dataset at a path.
 *
 * @param given - a path that a person gave, or the address of a database
 * @returns the dataset there, recognised and ready to be read
 * @throws `not-found` when nothing is there, `forbidden` when it may not be read, and `invalid` when nothing of it can be loaded; the
 *   message says where and what to do. The signal's reason when it is aborted meanwhile.
 */
export async function openInput(given: string, options: IngestOptions): Promise<Input> {
  if (isDatabaseAddress(given)) return await openDatabase(given, options);
  return await translateFailures(given, async () => {
    await stat(given);
    await access(given, constants.R_OK);
    const sample = options.looked?.sample ?? (await takeSample(given));
    const format = await chooseFormat(sample, options);
    return await openWith(format, sample, options);
  });
}

/** The driver is loaded when it is needed. */
async function openDatabase(address: string, options: IngestOptions): Promise<Input> {
  const { neo4jSource } = await import('./neo4j-source/format');
  const nothing = { isFolder: false, extension: '', text: '', bytes: new Uint8Array(), entries: [] };
  return await openWith(neo4jSource, { path: address, name: address, ...nothing }, options);
}

async function openWith(format: Format, sample: FileSample, options: IngestOptions): Promise<Input> {
  const { baseVocabulary, mapping, savedMappings, tables } = options;
  const fallbackTypes = baseVocabulary === undefined ? [] : valuesOf(await readVocabulary(baseVocabulary));
  const meter = createMeter(options);
  const opened = await format.open(sample, {
    fallbackTypes,
    baseVocabulary,
    meter,
    mapping,
    savedMappings,
    tables,
    mentions: options.mentions,
    login: options.login,
    isVerbose: options.isVerbose,
    signal: options.signal,
  });
  try {
    if (!isSaid(opened, options)) await refuseNamelessEnds(opened.pieces(), toKnownTest(opened));
    const input = await toInput(opened, { format, sample, options, fallbackTypes, meter });
    meter.endOpening();
    return input;
  } catch (error) {
    await opened.close?.();
    throw error;
  }
}

/** Whether a person has said what the ends are. */
function isSaid({ isMapped = false }: Source, { mapping, idsAsNames = false }: IngestOptions): boolean {
  return isMapped || mapping !== undefined || idsAsNames;
}

function toKnownTest({ entities = [] }: Source): (cell: string) => boolean {
  const ids = new Set<string>(entities.map(({ id }) => id));
  return (cell) => ids.has(cell);
}

interface Opening {
  readonly format: Format;
  readonly sample: FileSample;
  readonly options: IngestOptions;
  readonly fallbackTypes: readonly RelationType[];
  readonly meter: ReturnType<typeof createMeter>;
}

async function toInput(
  opened: Source,
  { format, sample, options, fallbackTypes, meter }: Opening,
): Promise<Input> {
  const { findNames, entityNames } = options;
  const merged = await mergeEntities(opened.entities ?? [], findNames);
  const source: Source = { ...opened, entities: merged.entities };
  const stem = path.basename(sample.name, path.extname(sample.name));
  const { dataset = stem === '' ? sample.name : stem, title = sample.name, files, unfiled } = source;
  const looked = unfiled ?? (await lookAt(files, format, options.signal));
  const { hash: inputHash, size: total, title: formatTitle } = looked;
  const file = source.citedFile ?? options.citedFile ?? sample.name;
  const load = LoadId.parse(deriveId('l', [dataset, inputHash, file]));
  let names: NameResolver | undefined;
  let cells: CellReader | undefined;
  return {
    dataset,
    title,
    format: format.name,
    formatTitle,
    columns: source.columns ?? [],
    layout: source.layout,
    mappedFor: source.mappedFor,
    load,
    inputHash,
    merges: toMergesText(new Map(merged.merges.map(({ from, to }) => [from.id, to.id]))),
    entityIds: () => new Set(opened.entities?.map(({ id }) => id)),
    notices: () => [
      ...(source.notices?.() ?? []),
      ...noteCircles(merged),
      ...(names?.notices() ?? []),
      ...(cells?.notices() ?? []),
    ],
    joined: () => names?.joined() ?? new Map(),
    progress: () => (total === 0 ? 1 : Math.min(1, meter.bytes() / total)),
    items: () => {
      meter.start();
      const index = toIndex(merged);
      const findOwn: FindNames = (cells) => findNames(cells, dataset);
      names = createNameResolver(index, { ...source, findNames: findOwn });
      cells = createCellReader(source.columns);
      const types = createTypeIndex(source.types ?? [], fallbackTypes);
      const triples = {
        dataset,
        file,
        load,
        documents: source.documents?.index ?? noDocuments,
        findType: types.find,
        cells,
        countOccurrence: createOccurrenceCounter(),
      };
      return readItems({ source, index, names, types, triples, entityNames });
    },
    close: async () => {
      await opened.close?.();
    },
  };
}

async function lookAt(
  files: Source['files'],
  { title }: Format,
  signal: AbortSignal | undefined,
): Promise<NonNullable<Source['unfiled']>> {
  return { hash: await hashFiles(files, signal), size: await sumSizes(files), title };
}

const noDocuments: DocumentIndex = { passages: new Map(), refused: new Set() };

function toIndex({ entities, merges }: MergedEntities): EntityIndex {
  const index = createEntityIndex();
  for (const entity of entities) index.add(entity);
  for (const { from, to } of merges) index.redirect(from, to);
  return index;
}

function noteCircles({ circles }: MergedEntities): readonly string[] {
  if (circles.length === 0) return [];
  return [`same_as leads in a circle, so these stay separate: ${circles.slice(0, 10).join(', ')}.`];
}

/** Counts bytes. Whoever waits for the opening hears of them, and a reader ends there when the run is to stop. */
function createMeter({ signal, onRead }: Pick<IngestOptions, 'signal' | 'onRead'>) {
  let bytes = 0;
  let isOpening = true;
  return {
    add: (more: number) => {
      bytes += more;
      if (!isOpening) return;
      signal?.throwIfAborted();
      onRead?.(bytes);
    },
    endOpening: () => {
      isOpening = false;
    },
    bytes: () => bytes,
    start: () => {
      bytes = 0;
    },
  };
}

async function sumSizes(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

type Sentence = readonly [Failure, (where: string) => string];

const missing: Sentence = ['not-found', (where) => `There is nothing at ${where}. Check the path.`];
const closed: Sentence = ['forbidden', (where) => `${where} cannot be read. Check its permissions.`];
const sentences: ReadonlyMap<unknown, Sentence> = new Map([
  ['ENOENT', missing],
  ['ENOTDIR', missing],
  ['EACCES', closed],
  ['EPERM', closed],
  ['EISDIR', ['invalid', (where) => `${where} is a folder where a file is expected.`]],
]);

/** The file system's failures, in words. */
async function translateFailures<T>(given: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const [failure, sentence] = sentences.get(errorCodeOf(cause)) ?? [];
    if (!failure || !sentence) throw cause;
    throw new EntenteError(failure, sentence(findPath(cause) ?? given), { cause });
  }
}

function findPath(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null || !('path' in cause)) return undefined;
  return typeof cause.path === 'string' ? cause.path : undefined;
}
