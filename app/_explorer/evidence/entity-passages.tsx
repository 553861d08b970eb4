'use client';

import { useCallback, useEffect, useMemo, useRef } from 'react';

import type { Filters } from '@/lib/graph/filters/filter';
import type { Selection } from '@/lib/graph/selection';
import type { EntityDetail } from '@/lib/model/entity-detail';

import { FailureNotice } from '../../_ui/failure-notice';
import { Skeleton } from '../../_ui/skeleton';

import { useSession, useStore } from '../explorer-context';

import { EntityPassage } from './entity-passage';
import { EvidenceStepper } from './evidence-stepper';
import { usePassagePages, type PassagePages } from './use-passage-pages';
import { useSteps } from './use-steps';

interface EntityPassagesProps {
  readonly headingId: string;
  readonly entity: EntityDetail;
  readonly filters: Filters;
  readonly onSelect: (selection: Selection) => void;
}

/** The passages that name an entity, newest document first, a page at a time; `p` and `n` step through them. */
export function EntityPassages({ headingId, entity, filters, onSelect }: EntityPassagesProps) {
  const list = useRef<HTMLElement>(null);
  const pages = usePassagePages(entity.id, filters);
  const { passages, relations, total, end, fetchMore } = pages;
  const ids = useMemo(() => passages.map(({ id }) => id), [passages]);
  const reveal = useCallback((number: number, isFocused: boolean) => {
    const item = list.current?.querySelector<HTMLElement>(`[data-evidence="${number}"]`);
    item?.scrollIntoView({ block: 'start' });
    if (isFocused) item?.focus({ preventScroll: true });
  }, []);
  const steps = useSteps({ ids, total, reveal, fetchMore });
  useFetchUntilRead(pages);
  return (
    <section
      ref={list}
      className="evidence-section"
      aria-labelledby={headingId}
      onFocus={steps.onTouch}
      onPointerDown={steps.onTouch}
    >
      <h3 className="evidence-label" id={headingId} tabIndex={-1}>
        Passages, newest first
      </h3>
      <EvidenceStepper current={steps.current} total={total} thing="passage" onStep={steps.step} />
      {passages.map((passage, index) => (
        <div
          key={passage.id}
          className="passage-step"
          data-evidence={index + 1}
          tabIndex={-1}
          aria-current={index + 1 === steps.current ? 'true' : undefined}
        >
          <EntityPassage passage={passage} entity={entity} relations={relations} onSelect={onSelect} />
        </div>
      ))}
      {end.status === 'ready' && total === 0 && (
        <p className="evidence-hint">
          {entity.unfiltered.passages > 0
            ? 'None of its passages passes the filters.'
            : 'No loaded passage names it.'}
        </p>
      )}
      {end.status === 'loading' && <Skeleton label="Fetching passages" lines={4} />}
      {end.status === 'failed' && <FailureNotice failure={end.failure} retry={fetchMore} />}
      {end.status === 'ready' && passages.length < total && (
        <button type="button" className="push-button" onClick={fetchMore}>
          {total - passages.length} more {total - passages.length === 1 ? 'passage' : 'passages'}
        </button>
      )}
    </section>
  );
}

/** How many passages are fetched to find the one that the address names. */
const FETCHED_MAX = 400;

/** Fetches on until the passage that the address names has come. */
function useFetchUntilRead({ passages, total, end, fetchMore }: PassagePages): void {
  const { reading } = useStore(useSession().explorer).present;
  const isMissing =
    reading !== undefined && end.status === 'ready' && passages.every(({ id }) => id !== reading);
  const isWanted = isMissing && passages.length < Math.min(total, FETCHED_MAX);
  useEffect(() => {
    if (isWanted) fetchMore();
  });
}
