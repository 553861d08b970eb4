import type { Hits } from '../../engine';
import type { Connection } from './connect';
import { runRead } from './run-own';
import type { Joining } from './to-lucene-query';

/** So many hits are counted. */
const HITS_MAX = 1000;

const SEARCH = `UNWIND $asked AS one
CALL db.index.fulltext.queryNodes(one[0], one[1], {limit: $most}) YIELD node, score
WITH node.id AS id, max(score) AS score ORDER BY score DESC, id
WITH collect([id, score]) AS hits
RETURN hits[0..$limit] AS hits, size(hits) AS total`;

/** A full-text index, and how it is asked for a text. */
export interface TextSource {
  readonly index: string;
  readonly toQuery: (text: string, joining: Joining) => string | undefined;
}

/**
 * What full-text indexes have for what a person typed, best first: what has all the words, or where nothing has, what has some of them.
 * Nothing for a text without words.
 */
export async function searchText(
  connection: Connection,
  sources: readonly TextSource[],
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<Hits> {
  const ask = async (joining: Joining): Promise<Hits> => {
    const asked = sources.flatMap(({ index, toQuery }) => {
      const query = toQuery(text, joining);
      return query === undefined ? [] : [[index, query]];
    });
    if (asked.length === 0) return { hits: [], total: 0 };
    const [row] = await runRead(connection, SEARCH, { asked, limit, most: HITS_MAX });
    return { hits: toHits(row?.['hits']), total: typeof row?.['total'] === 'number' ? row['total'] : 0 };
  };
  const all = await ask('AND');
  return all.total > 0 ? all : ask('OR');
}

function toHits(value: unknown): Hits['hits'] {
  return toList(value).flatMap((hit) => {
    const [id, score] = toList(hit);
    return typeof id === 'string' && typeof score === 'number' ? [{ id, score }] : [];
  });
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
