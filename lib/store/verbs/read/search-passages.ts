import type { SearchResult } from '@/lib/model/search-result';
import { Evidence, gradeOf } from '@/lib/model/evidence';
import type { Span } from '@/lib/model/span';

import { EVIDENCE_IN_PASSAGES, MENTIONS_IN_PASSAGES } from '../../cypher/passage-queries';
import type { Engine, Row } from '../../engine';
import { findSpans } from '../../search/find-spans';
import { sortWords } from '../../search/stop-words';
import { groupBy } from '../rows/group-by';
import { readDocuments, readMentions, readPassages } from './read-passages';
import { order } from './relation-details';
import { mapOf, textOf } from '../rows/row-values';
import { toRelationPlace } from '../rows/stored-values';

type PassageHit = SearchResult['passages'][number];

/** Passages that have the words of a text, in forms or with a typo; none for stop words alone. `total` counts all of them. */
export async function searchPassages(
  engine: Engine,
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<{ readonly list: PassageHit[]; readonly total: number }> {
  if (sortWords(text).wanted.length === 0) return { list: [], total: 0 };
  const { hits, total } = await engine.searchPassages(text, limit);
  const ids = hits.map(({ id }) => id);
  if (ids.length === 0) return { list: [], total };
  const passages = await readPassages(engine, ids);
  const documents = await readDocuments(
    engine,
    [...passages.values()].map(({ document }) => document),
  );
  const marked = await readMentions(engine, MENTIONS_IN_PASSAGES, { ids });
  const mentions = groupBy(marked, ({ passage }): string => passage);
  const evidence = groupBy(await engine.read(EVIDENCE_IN_PASSAGES, { ids }), (row) => textOf(row, 'passage'));
  const list = ids.flatMap((id) => {
    const passage = passages.get(id);
    const document = documents.get(passage?.document ?? '');
    if (passage === undefined || document === undefined) return [];
    const spans = [...findSpans(passage.text, text)];
    const cited = toCited(evidence.get(id) ?? [], spans);
    const named = (mentions.get(id) ?? []).map(({ entity }) => entity);
    const told = cited.flatMap(({ subject, object }) => [subject, object]);
    return [{ passage, document, spans, entities: [...new Set([...named, ...told])], evidence: cited }];
  });
  return { list, total };
}

/** What quotes the words that were found comes first, then what quotes others, in the order of the text; what merely names both comes last. */
function toCited(rows: readonly Row[], spans: readonly Span[]): PassageHit['evidence'] {
  return rows
    .map((row) => {
      const properties = mapOf(row, 'evidence');
      const evidence = Evidence.parse({ ...properties, passage: textOf(row, 'passage') });
      return { evidence, place: toRelationPlace({ ...properties, id: evidence.relation }) };
    })
    .sort(
      ({ evidence: a }, { evidence: b }) =>
        countWithin(b, spans) - countWithin(a, spans) ||
        order(gradeOf(a) === 'co-mention', gradeOf(b) === 'co-mention') ||
        order(a.start ?? Infinity, b.start ?? Infinity) ||
        order(a.id, b.id),
    )
    .map(({ evidence, place: { subject, object } }) => ({
      ...{ id: evidence.id, subject, object },
      grade: gradeOf(evidence),
    }));
}

function countWithin({ start = 0, end = 0 }: Evidence, spans: readonly Span[]): number {
  return spans.filter((span) => span.start < end && span.end > start).length;
}
