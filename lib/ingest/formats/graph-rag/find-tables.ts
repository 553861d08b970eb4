import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { errorCodeOf } from '../../bytes/error-code';
import type { FileSample } from '../../bytes/take-sample';
import { isParquet, openParquet } from '../../table/read-parquet';

export const tableNames = ['entities', 'relationships', 'text_units', 'documents', 'covariates'] as const;
type TableName = (typeof tableNames)[number];
export type Tables = Readonly<Partial<Record<TableName, string>>>;

export interface FoundTables {
  /** What the dataset is called: like the folder, or like the one table. */
  readonly dataset: string;
  readonly tables: Tables;
  /** Files about communities, which summarise what the texts say. */
  readonly summaries: readonly string[];
  /** Other folders with such tables: those of earlier runs. */
  readonly earlier: readonly string[];
  /** What lies beside the folder that holds the tables, where it is a sub-folder. */
  readonly beside: readonly string[];
  /** What lies beside the tables and is not read. */
  readonly others: readonly string[];
}

const RELATION_COLUMNS = ['source', 'target', 'description', 'text_unit_ids'];
/** In the order in which they are preferred. */
const FORMS = ['.parquet', '.csv'].flatMap((extension) =>
  ['', 'create_final_'].map((prefix) => ({ prefix, extension })),
);
/** Tables and files that say nothing of who is related to whom, or say it again. */
const SILENT =
  /^(?:(?:create_final_|create_base_)?(?:nodes|communities|community_reports|text_units|documents|entities|relationships|covariates|entity_graph|extracted_entities|summarized_entities)\.(?:parquet|csv)|.*\.graphml|stats\.json|context\.json|.*\.log|lancedb|cache|logs|reports|prompts|settings\.ya?ml|output|artifacts|\..*)$/u;

const SUMMARY = /communit.*\.(?:parquet|csv)$/u;

/**
 * @returns the tables of Microsoft GraphRAG in a folder, in its `output` or `artifacts`, or those of the last run there; undefined where
 * relationships and texts are not both there.
 */
export async function findTables({
  isFolder,
  path: given,
  name,
}: FileSample): Promise<FoundTables | undefined> {
  if (!isFolder) return undefined;
  const places: string[] = [];
  for (const way of await listPlaces(given)) {
    const { relationships, text_units: units } = toTables(given, way, await listNames(path.join(given, way)));
    if (relationships !== undefined && units !== undefined) places.push(way);
  }
  const [way, ...earlier] = places;
  if (way === undefined) return undefined;
  const names = await listNames(path.join(given, way));
  const isOther = (each: string): boolean => !SILENT.test(each) && !way.startsWith(each);
  const beside = way === '' ? [] : (await listNames(given)).filter(isOther);
  const others = names.filter(isOther);
  const summaries = names.filter((each) => SUMMARY.test(each));
  return { dataset: name, tables: toTables(given, way, names), beside, others, earlier, summaries };
}

/** Returns the tables that lie beside a file that is one of them; without the texts the relationships by themselves. */
export async function findTablesBeside(sample: FileSample): Promise<FoundTables | undefined> {
  const { path: file, name } = sample;
  const folder = path.dirname(path.resolve(file));
  const tables = toTables(folder, '', await listNames(folder));
  const isOne = Object.values(tables).includes(path.resolve(file));
  const none = { beside: [], others: [], earlier: [], summaries: [] };
  if (isOne && tables.relationships !== undefined && tables.text_units !== undefined)
    return { dataset: path.basename(folder).normalize('NFC'), tables, ...none };
  if (!isRelationTable(sample) && !(await isRelationParquet(sample))) return undefined;
  return { dataset: path.basename(name, path.extname(name)), tables: { relationships: file }, ...none };
}

/** Whether a file is a table of relationships with commas, by its header. */
export function isRelationTable({ isFolder, text }: FileSample): boolean {
  if (isFolder) return false;
  const header = text.split(/\r?\n/u, 1)[0]?.split(',') ?? [];
  return RELATION_COLUMNS.every((column) => header.includes(column));
}

async function isRelationParquet({ bytes, path: file }: FileSample): Promise<boolean> {
  if (!isParquet(bytes)) return false;
  const { columns } = await openParquet(file);
  return RELATION_COLUMNS.every((column) => columns.includes(column));
}

/** Lists the folders where tables may be, the likeliest first: runs are named by their time. */
async function listPlaces(given: string): Promise<readonly string[]> {
  const runs: string[] = [];
  for (const way of ['', 'output']) {
    const names = (await listNames(path.join(given, way))).toReversed();
    runs.push(
      ...names.filter((name) => /^\d{8}-\d{6}$/u.test(name)).map((name) => path.join(way, name, 'artifacts')),
    );
  }
  return ['', 'output', 'artifacts', 'output/artifacts', ...runs];
}

async function listNames(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(String(errorCodeOf(error)))) return [];
    throw error;
  }
}

function toTables(given: string, way: string, names: readonly string[]): Tables {
  const found = tableNames.flatMap((table) => {
    const file = FORMS.map(({ prefix, extension }) => `${prefix}${table}${extension}`).find((name) =>
      names.includes(name),
    );
    return file === undefined ? [] : [[table, path.join(given, way, file)] as const];
  });
  return Object.fromEntries(found);
}
