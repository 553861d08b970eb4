import type { Entity } from '@/lib/model/entity';
import type { SearchResult } from '@/lib/model/search-result';
import { sliceCodePoints } from '@/lib/model/text-offsets';

import { IDS_BY_NAME, IDS_BY_NFC_NAME } from '../../cypher/entity-queries';
import type { Engine } from '../../engine';
import { foldText } from '../../search/fold-text';
import { sortWords } from '../../search/stop-words';
import { findNames } from './find-names';
import { rankTypes } from './rank-types';
import { readEntities } from './read-passages';
import { order } from './relation-details';
import { readTypes } from '../rows/relation-record';
import { textOf } from '../rows/row-values';
import { searchPassages } from './search-passages';

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
    return {
      entities: [],
      types: [],
      passages: [],
      total: { entities: 0, types: 0, passages: 0 },
      leftOut: [],
    };
  }
  const { wanted, common } = sortWords(searched);
  const isCommon = wanted.length === 0 && common.length > 0;
  const entities = await searchEntities(engine, { searched, limit, isCommon });
  const types = rankTypes([...(await readTypes(engine)).values()], searched);
  const passages = await searchPassages(engine, { text: searched, limit });
  return {
    entities: entities.list,
    types: types.slice(0, limit),
    passages: passages.list,
    total: { entities: entities.total, types: types.length, passages: passages.total },
    leftOut: common.map((word) => word.text),
  };
}

interface EntitySearch {
  readonly searched: string;
  readonly limit: number;
  /** It consists of stop words: only who is called so, or begins so, is meant. */
  readonly isCommon: boolean;
}

async function searchEntities(engine: Engine, { searched, limit, isCommon }: EntitySearch) {
  const { hits, total } = await engine.searchEntities(searched, Math.max(limit, CANDIDATES));
  const named = await findNamed(engine, searched);
  const scores = new Map(hits.map(({ id, score }) => [id, score]));
  const found = await readEntities(engine, [...named, ...scores.keys()]);
  const wanted = foldText(searched);
  const ranked = [...found.values()]
    .map((entity) => ({ entity, rank: rankOf(entity, wanted), score: scores.get(entity.id) ?? 0 }))
    .filter(({ entity, rank }) => rank < RESEMBLES || (!isCommon && scores.has(entity.id)))
    .sort((a, b) => a.rank - b.rank || b.score - a.score || order(a.entity.id, b.entity.id));
  return {
    list: ranked.slice(0, limit).map(({ entity }) => entity),
    total: isCommon ? ranked.length : Math.max(total, ranked.length),
  };
}

/** Who is called just that, however many others resemble it, and though an index leaves its words out. */
async function findNamed(engine: Engine, searched: string): Promise<readonly string[]> {
  const cells = [...new Set([searched, searched.normalize('NFC')])];
  const rows = [
    ...(await engine.read(IDS_BY_NAME, { cells })),
    ...(await engine.read(IDS_BY_NFC_NAME, { cells })),
  ];
  const matches = (await findNames(engine, [searched])).get(searched) ?? [];
  // One whose id is what was searched for may well be called so too; who is not is told apart by the rank.
  return [...rows.map((row) => textOf(row, 'id')), ...matches.map(({ id }) => id)];
}

const RESEMBLES = 4;

/** 0 the name itself, 1 an alias, 2 the beginning of the name, 3 of an alias, 4 what resembles. */
function rankOf(entity: Entity, wanted: string): number {
  const name = foldText(entity.name);
  if (name === wanted) return 0;
  const aliases = entity.aliases.map(foldText);
  if (aliases.includes(wanted)) return 1;
  if (name.startsWith(wanted)) return 2;
  return aliases.some((alias) => alias.startsWith(wanted)) ? 3 : RESEMBLES;
}
