import type { Entity } from '@/lib/model/entity';
import type { RelationType } from '@/lib/model/relation-type';
import type { SearchResult } from '@/lib/model/search-result';
import { sliceCodePoints } from '@/lib/model/text-offsets';

import { IDS_BY_NAME, IDS_BY_NFC_NAME } from '../cypher/entity-queries';
import type { Engine } from '../engine';
import { findSpans } from '../search/find-spans';
import { foldText } from '../search/fold-text';
import { readDocuments, readEntities, readPassages } from './read-passages';
import { order } from './relation-details';
import { readTypes } from './relation-record';
import { textOf } from './row-values';

/** So many hits are ranked again: an exact name must not be lost among many that merely resemble it. */
const CANDIDATES = 100;

/** Of what a person types, so many code points are searched for. */
const SEARCHED_MAX = 200;

/** Entities, relation types and passages for what a person typed: exact names first, then aliases, beginnings, and what resembles it. */
export async function search(
  engine: Engine,
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<SearchResult> {
  const searched = sliceCodePoints(text.trim(), 0, SEARCHED_MAX);
  if (searched === '') {
    return { entities: [], types: [], passages: [], total: { entities: 0, types: 0, passages: 0 } };
  }
  const entities = await searchEntities(engine, searched, limit);
  const types = rankTypes([...(await readTypes(engine)).values()], foldText(searched));
  const passages = await searchPassages(engine, searched, limit);
  return {
    entities: entities.list,
    types: types.slice(0, limit),
    passages: passages.list,
    total: { entities: entities.total, types: types.length, passages: passages.total },
  };
}

async function searchEntities(engine: Engine, searched: string, limit: number) {
  const { hits, total } = await engine.searchEntities(searched, Math.max(limit, CANDIDATES));
  const cells = [...new Set([searched, searched.normalize('NFC')])];
  const named = [
    ...(await engine.read(IDS_BY_NAME, { cells })),
    ...(await engine.read(IDS_BY_NFC_NAME, { cells })),
  ].map((row) => textOf(row, 'id'));
  const scores = new Map(hits.map(({ id, score }) => [id, score]));
  const found = await readEntities(engine, [...named, ...scores.keys()]);
  const wanted = foldText(searched);
  const ranked = [...found.values()]
    .map((entity) => ({ entity, rank: rankOf(entity, wanted), score: scores.get(entity.id) ?? 0 }))
    .sort((a, b) => a.rank - b.rank || b.score - a.score || order(a.entity.id, b.entity.id));
  return { list: ranked.slice(0, limit).map(({ entity }) => entity), total: Math.max(total, found.size) };
}

/** 0 the name itself, 1 an alias, 2 the beginning of the name, 3 of an alias, 4 what resembles. */
function rankOf(entity: Entity, wanted: string): number {
  const name = foldText(entity.name);
  if (name === wanted) return 0;
  const aliases = entity.aliases.map(foldText);
  if (aliases.includes(wanted)) return 1;
  if (name.startsWith(wanted)) return 2;
  return aliases.some((alias) => alias.startsWith(wanted)) ? 3 : 4;
}

function rankTypes(types: readonly RelationType[], wanted: string): readonly RelationType[] {
  return types
    .map((type) => ({ type, rank: rankOfType(type, wanted) }))
    .filter(({ rank }) => rank < NO_RANK)
    .sort((a, b) => a.rank - b.rank || order(a.type.type, b.type.type))
    .map(({ type }) => type);
}

const NO_RANK = 3;

function rankOfType({ type, label, inverse }: RelationType, wanted: string): number {
  const texts = [type, type.replaceAll('_', ' '), label, inverse].map(foldText);
  if (texts.includes(wanted)) return 0;
  if (texts.some((text) => text.startsWith(wanted))) return 1;
  return texts.some((text) => text.includes(` ${wanted}`)) ? 2 : NO_RANK;
}

async function searchPassages(engine: Engine, searched: string, limit: number) {
  const { hits, total } = await engine.searchPassages(searched, limit);
  const passages = await readPassages(
    engine,
    hits.map(({ id }) => id),
  );
  const documents = await readDocuments(
    engine,
    [...passages.values()].map(({ document }) => document),
  );
  const list = hits.flatMap(({ id }) => {
    const passage = passages.get(id);
    const document = documents.get(passage?.document ?? '');
    if (passage === undefined || document === undefined) return [];
    return [{ passage, document, spans: [...findSpans(passage.text, searched)] }];
  });
  return { list, total };
}
