'use client';

import { useCallback, useMemo, useState } from 'react';

import { call } from '@/lib/api/call';
import { entityPassagesEndpoint } from '@/lib/api/entity-passages-endpoint';
import { isEmptied, type Filters } from '@/lib/graph/filters/filter';
import { relationsById } from '@/lib/reading/tell-passage';
import type { EntityPassages, MarkedPassage, RelationBrief } from '@/lib/model/entity-detail';
import type { EntityId, RelationId } from '@/lib/model/ids';

import { useLoaded, type Loaded } from '../../_ui/use-loaded';

const FIRST_PAGE = 4;
const LATER_PAGE = 20;

export interface PassagePages {
  readonly passages: readonly MarkedPassage[];
  /** What these passages are evidence of, by id. */
  readonly relations: ReadonlyMap<RelationId, RelationBrief>;
  readonly total: number;
  /** How the page that was asked for last is doing; the pages before it stay whatever becomes of it. */
  readonly end: Loaded<EntityPassages>;
  readonly fetchMore: () => void;
}

interface PageQuestion {
  readonly page: { readonly id: EntityId; readonly limit: number; readonly cursor?: string };
  readonly filters: Filters;
}

/** The passages of an entity that pass the filters, as far as they were asked for: a few at first, then a page on each `fetchMore`. */
export function usePassagePages(id: EntityId, filters: Filters): PassagePages {
  const [read, setRead] = useState<readonly EntityPassages[]>([]);
  const [cursor, setCursor] = useState<string>();
  const load = useCallback(
    (signal: AbortSignal) =>
      loadPage(
        {
          page: {
            id,
            limit: cursor === undefined ? FIRST_PAGE : LATER_PAGE,
            ...(cursor !== undefined && { cursor }),
          },
          filters,
        },
        signal,
      ),
    [id, cursor, filters],
  );
  const end = useLoaded(load);
  const [total, setTotal] = useState(0);
  if (end.status === 'ready' && end.value.total !== total) setTotal(end.value.total);

  const fetchMore = () => {
    if (end.status === 'failed') end.retry();
    if (end.status !== 'ready' || end.value.next === undefined) return;
    setRead([...read, end.value]);
    setCursor(end.value.next);
  };
  const pages = useMemo(() => (end.status === 'ready' ? [...read, end.value] : read), [read, end]);
  const relations = useMemo(() => relationsById(pages), [pages]);
  return {
    passages: pages.flatMap(({ passages }) => passages),
    relations,
    total,
    end,
    fetchMore,
  };
}

/** Filters that let nothing through need no question. */
async function loadPage({ page, filters }: PageQuestion, signal: AbortSignal): Promise<EntityPassages> {
  if (isEmptied(filters)) return { passages: [], relations: [], total: 0, unfiltered: 0 };
  return call(entityPassagesEndpoint, { ...page, ...filters }, { signal });
}
