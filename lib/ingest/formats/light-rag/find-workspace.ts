import { readdir } from 'node:fs/promises';
import path from 'node:path';

import type { FileSample } from '../../bytes/take-sample';

/** The files of a workspace that are read. Only the first two have to be there. */
export const files = {
  graph: 'graph_chunk_entity_relation.graphml',
  chunks: 'kv_store_text_chunks.json',
  documents: 'kv_store_full_docs.json',
  status: 'kv_store_doc_status.json',
  relationChunks: 'kv_store_relation_chunks.json',
  entityChunks: 'kv_store_entity_chunks.json',
  cache: 'kv_store_llm_response_cache.json',
} as const;

/** Files that repeat or index what the others say. */
const SILENT =
  /^(?:vdb_.*\.json|kv_store_(?:full_entities|full_relations|community_reports)\.json|.*\.log|\..*)$/u;

export interface Workspace {
  readonly folder: string;
  /** The files that are there, by what they hold. */
  readonly files: Readonly<Partial<Record<keyof typeof files, string>>>;
  /** What lies beside the workspace, where it is a sub-folder. */
  readonly beside: readonly string[];
  /** What lies in it and is not read. */
  readonly others: readonly string[];
}

/**
 * @returns the workspace of LightRAG or nano-graphrag that a folder is, or that its only sub-folder with one is; undefined where there
 * is none, or more than one.
 */
export async function findWorkspace({
  isFolder,
  path: given,
  entries,
}: FileSample): Promise<Workspace | undefined> {
  if (!isFolder) return undefined;
  if (isWorkspace(entries)) return toWorkspace(given, entries, []);
  const found: Workspace[] = [];
  for (const entry of await readdir(given, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const folder = path.join(given, entry.name);
    const inside = await readdir(folder);
    const beside = entries.filter((name) => name !== entry.name);
    if (isWorkspace(inside)) found.push(toWorkspace(folder, inside.sort(), beside));
  }
  const [only, another] = found;
  return another === undefined ? only : undefined;
}

function isWorkspace(names: readonly string[]): boolean {
  return names.includes(files.graph) && names.includes(files.chunks);
}

function toWorkspace(folder: string, names: readonly string[], beside: readonly string[]): Workspace {
  const known = Object.entries(files).filter(([, name]) => names.includes(name));
  const isOther = (name: string): boolean => !SILENT.test(name) && !known.some(([, each]) => each === name);
  return {
    folder,
    files: Object.fromEntries(known.map(([what, name]) => [what, path.join(folder, name)])),
    beside,
    others: names.filter(isOther),
  };
}
