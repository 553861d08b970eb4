'use client';

import type { Filters } from '@/lib/graph/filters/filter';
import type { Selection } from '@/lib/graph/selection';
import type { EntityDetail } from '@/lib/model/entity-detail';

import { FailureNotice } from '../../_ui/failure-notice';
import { Skeleton } from '../../_ui/skeleton';

import { EntityPassage } from './entity-passage';
import { usePassagePages } from './use-passage-pages';

interface EntityPassagesProps {
  readonly headingId: string;
  readonly entity: EntityDetail;
  readonly filters: Filters;
  readonly onSelect: (selection: Selection) => void;
}

/** The passages that name an entity, newest document first, a page at a time. */
export function EntityPassages({ headingId, entity, filters, onSelect }: EntityPassagesProps) {
  const { passages, relations, total, end, fetchMore } = usePassagePages(entity.id, filters);
  return (
    <section className="evidence-section" aria-labelledby={headingId}>
      <h3 className="evidence-label" id={headingId} tabIndex={-1}>
        Passages, newest first
      </h3>
      {passages.map((passage) => (
        <EntityPassage
          key={passage.id}
          passage={passage}
          entity={entity}
          relations={relations}
          onSelect={onSelect}
        />
      ))}
      {end.status === 'ready' && total === 0 && (
        <p className="evidence-hint">
          {entity.unfiltered.passages > 0
            ? 'None of its passages passes the filters.'
            : 'No passage that is loaded names it.'}
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
