import { kindTitles } from '@/lib/graph/describe';
import type { Entity } from '@/lib/model/entity';
import type { RelationType } from '@/lib/model/relation-type';
import type { SearchResult } from '@/lib/model/search-result';
import { sliceCodePoints } from '@/lib/model/text-offsets';

type Hit = SearchResult['passages'][number];

/** A thing that can be chosen in the search, and what choosing it leads to. */
export type SearchOption =
  | {
      readonly id: string;
      readonly group: 'Entities';
      readonly name: string;
      readonly detail: string;
      readonly entity: Entity;
    }
  | {
      readonly id: string;
      readonly group: 'Relations';
      readonly name: string;
      readonly detail: string;
      readonly type: RelationType;
    }
  | {
      readonly id: string;
      readonly group: 'Passages';
      readonly name: string;
      readonly detail: string;
      readonly hit: Hit;
    };

export const searchGroups = ['Entities', 'Relations', 'Passages'] as const;

/** How much of a passage stands in the list, in characters before and after what was found. */
const BEFORE = 24;
const AFTER = 60;

/** In: what was found. Out: the options, best first within each group. */
export function toSearchOptions({ entities, types, passages }: SearchResult): readonly SearchOption[] {
  return [
    ...entities.map((entity) => ({
      id: `entity ${entity.id}`,
      group: 'Entities' as const,
      name: entity.name,
      detail: [kindTitles[entity.kind], ...entity.aliases.slice(0, 3)].join(' · '),
      entity,
    })),
    ...types.map((type) => ({
      id: `type ${type.type}`,
      group: 'Relations' as const,
      name: type.label,
      detail: 'show only these',
      type,
    })),
    ...passages.map((hit) => ({
      id: `passage ${hit.passage.id}`,
      group: 'Passages' as const,
      name: toSnippet(hit),
      detail: `${hit.document.publisher ?? hit.document.title} · ¶ ${hit.passage.index}`,
      hit,
    })),
  ];
}

/** The words around the first thing found. */
function toSnippet({ passage, spans }: Hit): string {
  const start = Math.max(0, (spans[0]?.start ?? 0) - BEFORE);
  const end = (spans[0]?.end ?? 0) + AFTER;
  const words = sliceCodePoints(passage.text, start, end);
  const isWhole = passage.text.endsWith(words);
  const head = start > 0 ? `…${words.replace(/^\S*\s/u, '')}` : words;
  return isWhole ? head : `${head.replace(/\s\S*$/u, '')}…`;
}
