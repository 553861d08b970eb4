import { kindTitles } from '@/lib/graph/describe';
import type { Entity } from '@/lib/model/entity';
import type { RelationType } from '@/lib/model/relation-type';
import type { SearchResult } from '@/lib/model/search-result';

import { toSnippet, type SnippetPiece } from './snippet';

export type PassageHit = SearchResult['passages'][number];

interface OptionWords {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

/** A thing that can be chosen in the search, and what choosing it leads to. */
export type SearchOption =
  | (OptionWords & { readonly group: 'Entities'; readonly entity: Entity })
  | (OptionWords & { readonly group: 'Relations'; readonly type: RelationType })
  | (OptionWords & {
      readonly group: 'Passages';
      readonly leads: 'graph' | 'document';
      readonly hit: PassageHit;
      /** The passage around what was found; empty where only the way to the document is told. */
      readonly snippet: readonly SnippetPiece[];
    });

export const searchGroups = ['Entities', 'Relations', 'Passages'] as const;

/**
 * Lists the options of a search, best first within each group; a passage has one for the graph and
 * one for its document.
 */
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
    ...passages.flatMap(toPassageOptions),
  ];
}

/** A passage that names nobody has no graph to show. */
function toPassageOptions(hit: PassageHit): readonly SearchOption[] {
  const { passage, document, entities, evidence } = hit;
  const snippet = toSnippet(passage.text, hit.spans);
  const source = document.publisher ?? document.title;
  const passages = { group: 'Passages', hit } as const;
  const read = `Read paragraph ${passage.index} in ${source}`;
  const words = snippet.map(({ text }) => text).join('');
  if (entities.length === 0) {
    return [
      { ...passages, id: `document ${passage.id}`, leads: 'document', name: words, detail: read, snippet },
    ];
  }
  const shows = evidence.length > 0 ? 'what it is evidence of' : 'whom it names';
  return [
    {
      ...passages,
      id: `passage ${passage.id}`,
      leads: 'graph',
      name: words,
      detail: `Show ${shows}`,
      snippet,
    },
    { ...passages, id: `document ${passage.id}`, leads: 'document', name: read, detail: '', snippet: [] },
  ];
}

/**
 * Finds the option that is meant: the first whose name is exactly what was typed, an entity before
 * a relation, or else the first of all.
 * @param options - the options
 * @param typed - what was typed
 * @returns undefined when nothing was found
 */
export function findBest(options: readonly SearchOption[], typed: string): SearchOption | undefined {
  const wanted = typed.trim().toLowerCase();
  return (
    options.find((option) => namesOf(option).some((name) => name.toLowerCase() === wanted)) ?? options[0]
  );
}

function namesOf(option: SearchOption): readonly string[] {
  switch (option.group) {
    case 'Entities':
      return [option.entity.name, ...option.entity.aliases];
    case 'Relations':
      return [option.type.label, option.type.inverse];
    case 'Passages':
      return [];
  }
}
