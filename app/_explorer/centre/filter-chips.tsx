'use client';

import { classTitles, gradeTitles, kindTitles, modalityTitles, typeLabel } from '@/lib/graph/describe';
import { collapse, initialState, select, type ExplorerState } from '@/lib/graph/explorer-state';
import { allFilters } from '@/lib/graph/filters/all-filters';
import { clearFilter } from '@/lib/graph/filters/change-filters';
import type { Filter } from '@/lib/graph/filters/filter';
import type { Picture } from '@/lib/graph/picture';
import { nothingSelected, selectedEntities } from '@/lib/graph/selection';
import type { Summary } from '@/lib/model/summary';

import { useSummary } from '../../_shell/summary-provider';
import { usePicture, useSession } from '../explorer-context';

interface Chip {
  readonly key: string;
  readonly text: string;
  readonly clear: (state: ExplorerState) => ExplorerState;
}

/** No two values of these four filters share an id. */
const titles = new Map<string, string>(
  Object.entries({ ...classTitles, ...kindTitles, ...modalityTitles, ...gradeTitles }),
);

/** What makes the picture what it is, each with its own way back. */
export function FilterChips() {
  const { explorer } = useSession();
  const picture = usePicture();
  const summary = useSummary();
  const chips = toChips(picture, summary.status === 'ready' ? summary.value : undefined);
  return (
    <div className="chips" role="group" aria-label="What is shown">
      {chips.length === 0 && <span className="chip chip-plain">Overview</span>}
      {chips.map(({ key, text, clear }) => (
        <button
          key={key}
          type="button"
          className="chip"
          aria-label={`Remove: ${text}`}
          onClick={() => {
            explorer.change(clear);
          }}
        >
          <span className="chip-text">{text}</span>
          <span aria-hidden="true"> ×</span>
        </button>
      ))}
      {chips.length > 1 && (
        <button
          type="button"
          className="text-button"
          onClick={() => {
            explorer.change(({ view }) => ({ ...initialState, ...(view !== undefined && { view }) }));
          }}
        >
          Clear
        </button>
      )}
    </div>
  );
}

function toChips({ state, arrangement: { facts } }: Picture, summary: Summary | undefined): readonly Chip[] {
  const nameOf = (id: string) => (facts.hasNode(id) ? facts.getNodeAttributes(id).name : id);
  const names = selectedEntities(state.selection).map(nameOf);
  const around = [...new Set(state.expansions.map(({ entity }) => entity))];
  return [
    ...(state.seeds.length > 0
      ? [{ key: 'seeds', text: `${state.seeds.length} chosen`, clear: dropSeeds }]
      : []),
    ...(names.length > 0
      ? [
          {
            key: 'selection',
            text: names.join(' ↔ '),
            clear: (now: ExplorerState) => select(now, nothingSelected),
          },
        ]
      : []),
    ...around.map((id) => ({
      key: `around ${id}`,
      text: `Around ${nameOf(id)}`,
      clear: (now: ExplorerState) => collapse(now, id),
    })),
    ...allFilters.flatMap((filter) => toFilterChip(filter, state, summary)),
  ];
}

function dropSeeds(state: ExplorerState): ExplorerState {
  return { ...state, seeds: [] };
}

function toFilterChip(
  filter: Filter,
  { filters }: ExplorerState,
  summary: Summary | undefined,
): readonly Chip[] {
  const chosen = filters[filter.name];
  if (!chosen) return [];
  const names = chosen.map((value) => titleOf(filter, value, summary));
  const text = names.length <= 2 ? names.join(', ') || `No ${filter.many}` : `${names.length} ${filter.many}`;
  return [
    {
      key: filter.name,
      text,
      clear: (now) => ({ ...now, filters: clearFilter(now.filters, filter.name) }),
    },
  ];
}

function titleOf({ name }: Filter, value: string, summary: Summary | undefined): string {
  switch (name) {
    case 'class':
    case 'kind':
    case 'modality':
    case 'grade':
      return titles.get(value) ?? value;
    case 'type':
      return typeLabel(value, new Map(summary?.types.map((type) => [type.type, type])));
    case 'source':
      return sourceTitle(value, summary);
  }
}

function sourceTitle(value: string, summary: Summary | undefined): string {
  const source = summary?.documents.find(({ id }) => id === value);
  return source?.publisher ?? source?.title ?? value;
}
