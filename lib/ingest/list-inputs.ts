import { stat } from 'node:fs/promises';
import path from 'node:path';

import { isDataName, isDocumentName } from './bytes/file-names';
import { findFolderInputs } from './find-folder-inputs';
import { formats } from './formats';
import { belongTogether, sortTables } from './formats/graph-tables/sort-tables';
import { plainDocuments } from './formats/plain-documents';
import { listFiles } from './bytes/list-files';
import { noteOthers } from './bytes/note-others';
import type { GivenTables } from './source';
import { isDatabaseAddress } from './neo4j-source/address';
import { recognise, type Looked } from './recognise';
import { isIdList } from './table/id-maps';
import { takeSample } from './bytes/take-sample';
import { tellDocument } from './documents/tell-document';

const TABLE = /\.(?:csv|tsv)(?:\.gz)?$/iu;

/** A path to open. `isNamed`: a person named it; otherwise it was found in a folder that a person named. */
interface ListedInput {
  readonly path: string;
  /** The tables that are one graph; the path is that of the first table of edges. */
  readonly tables?: GivenTables | undefined;
  /** Tables of mentions that go with a table of events. */
  readonly mentions?: readonly string[] | undefined;
  readonly isNamed: boolean;
  /** Of a folder: what was seen when it was looked for, so that nobody looks twice. */
  readonly looked?: Looked | undefined;
}

export interface ListedInputs {
  readonly inputs: readonly ListedInput[];
  /** Sentences about files that no input reads. */
  readonly notices: readonly string[];
}

/**
 * Finds what to open for a path.
 *
 * @param given - a path that a person gave, or the address of a database
 * @param format - the format that a person chose
 * @returns the path itself, unless it is a folder that is nothing as a whole: then its documents, which are one input, each file with
 *   data, and each folder in it that is a graph with its texts
 * @throws the file system's errors
 */
export async function listInputs(given: string, format: string | undefined): Promise<ListedInputs> {
  const itself = { inputs: [{ path: given, isNamed: true }], notices: [] };
  if (format !== undefined || isDatabaseAddress(given) || !(await stat(given)).isDirectory()) return itself;
  const sample = await takeSample(given);
  const looked = { sample, recognised: await recognise(sample, formats) };
  const isWhole = looked.recognised.some((each) => each.format !== plainDocuments);
  return isWhole ? { ...itself, inputs: [{ path: given, isNamed: true, looked }] } : await listFolder(looked);
}

/**
 * Puts tables of nodes and of edges together that were given side by side.
 *
 * @param inputs - what to open, path by path
 * @returns the same, with one input for tables that are one graph
 */
export async function joinTables<T extends ListedInput>(inputs: readonly T[]): Promise<readonly T[]> {
  const folders = new Map<string, T[]>();
  for (const input of inputs) {
    const isTable = input.tables === undefined && TABLE.test(input.path);
    const folder = isTable ? path.dirname(input.path) : '';
    const some = folders.get(folder) ?? [];
    some.push(input);
    folders.set(folder, some);
  }
  const joined: T[] = [];
  for (const [folder, some] of folders) joined.push(...(folder === '' ? some : await joinFolder(some)));
  return joined;
}

/** The ids of one folder say nothing about those of another. */
async function joinFolder<T extends ListedInput>(inputs: readonly T[]): Promise<readonly T[]> {
  if (inputs.length < 2) return inputs;
  const sorted = await sortTables(inputs.map(({ path: file }) => file));
  const [first] = sorted.edges;
  if (first === undefined || !belongTogether(sorted)) return inputs;
  const tables = { nodes: sorted.nodes.map(toFile), edges: sorted.edges.map(toFile) };
  const joined = new Set([...tables.nodes, ...tables.edges]);
  return inputs.flatMap((input) => {
    if (input.path === first.file) return [{ ...input, tables }];
    return joined.has(input.path) ? [] : [input];
  });
}

function toFile({ file }: { readonly file: string }): string {
  return file;
}

async function listFolder(looked: Looked): Promise<ListedInputs> {
  const folder = looked.sample.path;
  const data: ListedInput[] = [];
  let hasDocuments = false;
  const folders = await findFolderInputs(folder);
  data.push(...folders.map((found) => ({ path: found.sample.path, isNamed: false, looked: found })));
  const names = (await listFiles(folder)).filter(
    (name) => !folders.some(({ sample }) => path.join(folder, name).startsWith(`${sample.path}${path.sep}`)),
  );
  for (const name of names.filter((each) => isDataName(each) && !isIdList(each))) {
    const file = path.join(folder, name);
    if (isDocumentName(name) && tellDocument(await takeSample(file)) !== undefined) hasDocuments = true;
    else data.push({ path: file, isNamed: false });
  }
  const itself = { path: folder, isNamed: true, looked };
  // The documents come last, so that the names that the data brings are known; they tell themselves what else there is.
  if (hasDocuments || data.length === 0) return { inputs: [...data, itself], notices: [] };
  return { inputs: data, notices: noteOthers(names) };
}
