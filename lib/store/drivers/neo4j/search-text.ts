import type { Hits } from '../../engine';
import type { Connection } from './connect';
import { runRead } from './run-own';
import { toLuceneQuery } from './to-lucene-query';

/** So many hits are counted. */
const HITS_MAX = 1000;

const SEARCH = `CALL db.index.fulltext.queryNodes($index, $query, {limit: $most}) YIELD node, score
WITH node.id AS id, score ORDER BY score DESC, id
WITH collect([id, score]) AS hits
RETURN hits[0..$limit] AS hits, size(hits) AS total`;

/** What a full-text index has for what a person typed, best first; nothing for a text without words. */
export async function searchText(
  connection: Connection,
  index: string,
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<Hits> {
  const query = toLuceneQuery(text);
  if (query === undefined) return { hits: [], total: 0 };
  const [row] = await runRead(connection, SEARCH, { index, query, limit, most: HITS_MAX });
  return { hits: toHits(row?.['hits']), total: typeof row?.['total'] === 'number' ? row['total'] : 0 };
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
