import type { GrafeoDB } from '@grafeo-db/js';
import MiniSearch, { type Query } from 'minisearch';
import { setImmediate as breathe } from 'node:timers/promises';

import type { ChangedTexts, Hits } from '../../../engine';
import { allowedEdits, toIndexStems, toIndexTerms, toQueryTerms } from '../../../search/search-terms';
import type { QueryTerm } from '../../../search/search-terms';
import { textOf, textsOf } from '../../../verbs/rows/row-values';

/** The engine's own full text finds whole words only, so the host keeps an index over names, aliases and passages. */
export interface TextIndex {
  search(index: keyof ChangedTexts, text: string, limit: number): Promise<Hits>;
  /** Reads texts again after a commit, and forgets those that are gone; searches that come later wait for it. */
  refresh(changed: ChangedTexts): void;
}

interface IndexedText {
  readonly id: string;
  readonly text: string;
  readonly more: string;
}

const CHUNK = 2_000;

/** A load has no use for the index, and would share the machine with its making. */
const QUIET_MS = 1_500;

const sources = {
  entities: {
    ids: 'MATCH (e:Entity) RETURN e.id AS id',
    texts: 'UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN e.id AS id, e.name AS text, e.aliases AS more',
  },
  passages: {
    ids: 'MATCH (p:Passage) RETURN p.id AS id',
    texts: `UNWIND $ids AS id MATCH (p:Passage {id: id}) RETURN p.id AS id, p.text AS text`,
  },
} as const;

/**
 * Builds the index from what the database holds, in pieces, while other requests are served: when it is first searched, or when nothing
 * has been committed for a moment.
 */
export function createTextIndex(database: GrafeoDB): TextIndex {
  const indices = { entities: createIndex(NAMES), passages: createIndex(TEXT) };
  const add = async (name: keyof ChangedTexts, ids: readonly string[]) => {
    for (let at = 0; at < ids.length; at += CHUNK) {
      const chunk = ids.slice(at, at + CHUNK);
      const found = await database.executeCypher(sources[name].texts, { ids: chunk });
      const gone = new Set(chunk);
      for (const row of found.toArray()) {
        const indexed = toIndexedText(row);
        put(indices[name], indexed);
        gone.delete(indexed.id);
      }
      for (const id of gone) if (indices[name].has(id)) indices[name].discard(id);
      await breathe();
    }
  };
  const build = async (name: keyof ChangedTexts) => {
    const found = await database.executeCypher(sources[name].ids);
    await add(
      name,
      found.toArray().map((row) => textOf(row, 'id')),
    );
  };
  let work: Promise<void> | undefined;
  const begin = () => (work ??= build('entities').then(() => build('passages')));
  const quiet = setTimeout(() => void begin(), QUIET_MS).unref();
  return {
    search: async (name, text, limit) => {
      await begin();
      return find(indices[name], text, limit);
    },
    refresh: ({ entities, passages }) => {
      if (work === undefined) quiet.refresh();
      else work = work.then(() => add('entities', entities)).then(() => add('passages', passages));
    },
  };
}

/** Names are found as they are written; words of a text in their other forms too. */
const NAMES = ['text', 'more'] as const;
const TEXT = ['text', 'stems'] as const;

function createIndex(fields: readonly string[]): MiniSearch<IndexedText> {
  return new MiniSearch<IndexedText>({
    fields: [...fields],
    extractField: (document, field) => (field === 'stems' ? document.text : document[toField(field)]),
    tokenize: (text, field) => (field === 'stems' ? toIndexStems(text) : toIndexTerms(text)),
    processTerm: (term) => term,
  });
}

function toField(field: string): keyof IndexedText {
  return field === 'id' || field === 'more' ? field : 'text';
}

function put(index: MiniSearch<IndexedText>, document: IndexedText): void {
  if (index.has(document.id)) index.replace(document);
  else index.add(document);
}

/** What has all the words, or where nothing has, what has some of them. */
function find(index: MiniSearch<IndexedText>, text: string, limit: number): Hits {
  const queries = toQueryTerms(text).map(toWordQuery);
  const all = index.search({ queries, combineWith: 'AND' });
  const found = all.length > 0 ? all : index.search({ queries, combineWith: 'OR' });
  const hits = found
    .map(({ id, score }) => ({ id: String(id), score }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return { hits: hits.slice(0, limit), total: hits.length };
}

/** The word itself, one that begins with it, one that a typo tells from it, or another form of it. */
function toWordQuery({ term, stem }: QueryTerm): Query {
  const asTyped = {
    queries: [term],
    fields: ['text', 'more'],
    tokenize: (typed: string) => [typed],
    prefix: true,
    fuzzy: allowedEdits(term) || false,
    boost: { text: 2 },
  };
  if (stem === undefined) return asTyped;
  const ofItsForms = { queries: [stem], fields: ['stems'], tokenize: (typed: string) => [typed] };
  return { combineWith: 'OR', queries: [asTyped, ofItsForms] };
}

function toIndexedText(row: Readonly<Record<string, unknown>>): IndexedText {
  return { id: textOf(row, 'id'), text: textOf(row, 'text'), more: textsOf(row, 'more').join('\n') };
}
