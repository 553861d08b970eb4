import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { parseAdminHeader, type AdminHeader } from './header';
import { findPart } from '../../bytes/find-part';
import { readLines } from '../../bytes/read-lines';

/** A table for Neo4j's importer; `hasHeader` says whether its first line names the columns or another file does. */
export interface AdminTable {
  readonly file: string;
  readonly header: AdminHeader;
  readonly hasHeader: boolean;
}

export interface AdminTables {
  readonly tables: readonly AdminTable[];
  /** Files that only name columns. */
  readonly headers: readonly string[];
  /** Tables in the folder without a header that could be found. */
  readonly others: readonly string[];
}

const TABLE = /\.(?:csv|tsv)(?:\.gz)?$/iu;
const HEADER_NAME = /[-_.]?headers?$/iu;
const MOST_TABLES = 1000;

/**
 * Finds the tables for Neo4j's importer in a folder, nodes first. A file `nodes-header.csv` names
 * the columns of those whose names begin with `nodes`.
 * @throws `invalid` for a link that leads out of the folder
 */
export async function findAdminTables(folder: string): Promise<AdminTables> {
  const names = (await readdir(folder)).filter((name) => TABLE.test(name)).sort();
  const own = new Map<string, AdminHeader>();
  const files = new Map<string, string>();
  for (const name of names.slice(0, MOST_TABLES)) {
    const file = await findPart(folder, name);
    if (file === undefined) continue;
    files.set(name, file);
    const header = parseAdminHeader(await readFirstLine(file));
    if (header) own.set(name, header);
  }
  const stems = [...own].filter(([name]) => HEADER_NAME.test(stemOf(name)));
  const tables = [...files].flatMap(([name, file]): readonly AdminTable[] => {
    const header = own.get(name);
    if (header) return HEADER_NAME.test(stemOf(name)) ? [] : [{ file, header, hasHeader: true }];
    const found = longest(stems.filter(([stem]) => name.startsWith(stemOf(stem).replace(HEADER_NAME, ''))));
    return found ? [{ file, header: found, hasHeader: false }] : [];
  });
  const read = new Set(tables.map(({ file }) => file));
  const headers = stems.flatMap(([name]) => files.get(name) ?? []);
  const others = [...files.values()].filter((file) => !read.has(file) && !headers.includes(file));
  return { tables: tables.sort(nodesFirst), headers, others };
}

/** Reads the first line of a file that is not blank. */
async function readFirstLine(file: string): Promise<string> {
  for await (const lines of readLines(file)) {
    const first = lines.find(({ text }) => text.trim() !== '');
    if (first) return first.text;
  }
  return '';
}

function stemOf(name: string): string {
  return path.basename(name).replace(TABLE, '');
}

/** The header with the longest name that fits: `persons_old-header` goes before `persons-header`. */
function longest(stems: readonly (readonly [string, AdminHeader])[]): AdminHeader | undefined {
  return [...stems].sort(([a], [b]) => b.length - a.length)[0]?.[1];
}

function nodesFirst(a: AdminTable, b: AdminTable): number {
  return Number(a.header.kind === 'relationships') - Number(b.header.kind === 'relationships');
}
