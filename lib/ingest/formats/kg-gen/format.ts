/** Graphs of kg-gen: entities and relations in words, clusters of names, and which file each relation was read in. */
import path from 'node:path';

import type { FileSample } from '../../bytes/take-sample';
import type { ExtractedDocument, ExtractedEntity, ExtractedRelation } from '../../extracted/extracted-graph';
import { openExtracted, type HeldGraph } from '../../extracted/open-extracted';
import { fieldOf, isRecord, toList, toShown, toText, type JsonRecord } from '../../json/json-value';
import { peekJson } from '../../json/peek-json';
import { readWholeJson } from '../../json/read-whole-json';
import { toTexts } from '../../json/to-attributes';
import { recognisedBy } from '../../recognise';
import type { Format, Piece } from '../../source';
import type { Tally } from '../../rows/tally';

export const kgGen: Format = {
  name: 'kg-gen',
  title: 'a graph of kg-gen',
  recognises: recognisedBy('it has entities, edges and relations as kg-gen writes them', (sample) =>
    isGraph(sample),
  ),
  open: async ({ path: file, name }, options) => {
    const dataset = path.basename(name, path.extname(name));
    const read = async (unread: Tally): Promise<HeldGraph> => {
      const value = await readWholeJson(file, options.meter);
      return toGraph(isRecord(value) ? value : {}, file, unread);
    };
    return await Promise.resolve(openExtracted({ dataset, files: [file], read }, options));
  },
};

const READ = ['entities', 'edges', 'relations', 'entity_clusters', 'edge_clusters', 'relations_chunk_ids'];
const NO_TRIPLE = 'it is not a list of subject, relation and object';

/** Whether entities and edges are lists of words, and relations lists of three. */
function isGraph(sample: FileSample): boolean {
  const members = peekJson(sample)?.members;
  if (members === undefined || !['entities', 'edges'].every((name) => areWords(members.get(name))))
    return false;
  return members.get('relations')?.some(isTriple) ?? true;
}

function areWords(values: readonly unknown[] = []): boolean {
  return values.length > 0 && values.every((each) => typeof each === 'string');
}

function isTriple(value: unknown): boolean {
  return Array.isArray(value) && value.length === 3 && value.every((each) => typeof each === 'string');
}

function toGraph(graph: JsonRecord, file: string, unread: Tally): HeldGraph {
  for (const name of Object.keys(graph)) if (!READ.includes(name)) unread.add(name);
  const relations: ExtractedRelation[] = [];
  const rejects: Piece[] = [];
  const documents = toDocuments(fieldOf(graph, 'relations_chunk_ids'));
  for (const value of toList(fieldOf(graph, 'relations'))) {
    const raw = toShown(value);
    const [source = '', type = '', target = ''] = isTriple(value) ? toTexts(value) : [];
    const place = { file, line: 1, raw };
    if (target === '') {
      rejects.push({ kind: 'reject', reject: { file, line: 1, column: '', reason: NO_TRIPLE, row: raw } });
      continue;
    }
    const said = documents.get([source, type, target].join('-')) ?? [];
    relations.push({ ...place, source, target, type, isDirected: true, evidence: [], documents: said });
  }
  return { entities: toEntities(graph, file), relations, chunks: [], rejects };
}

function toEntities(graph: JsonRecord, file: string): readonly ExtractedEntity[] {
  const clusters = fieldOf(graph, 'entity_clusters');
  return toTexts(fieldOf(graph, 'entities')).map((name) => {
    const aliases = isRecord(clusters) ? toTexts(fieldOf(clusters, name)) : [];
    return { key: name, name, kinds: [], aliases, chunks: [], file, line: 1, raw: name };
  });
}

/**
 * Collects the files that each relation was extracted from, by the relation's words joined with
 * `-`, as the file has them.
 */
function toDocuments(ids: unknown): ReadonlyMap<string, readonly ExtractedDocument[]> {
  if (!isRecord(ids)) return new Map();
  return new Map(
    Object.entries(ids).map(([relation, places]) => {
      const names = toList(places).flatMap((place) => toText(toList(place)[0]) ?? []);
      return [relation, [...new Set(names)].map((key) => ({ key, title: path.basename(key) }))];
    }),
  );
}
