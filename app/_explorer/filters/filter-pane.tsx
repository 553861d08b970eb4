'use client';

import { useSummary } from '../../_shell/summary-provider';
import { FailureNotice } from '../../_ui/failure-notice';
import { Skeleton } from '../../_ui/skeleton';

import { useFacets, useSession } from '../explorer-context';

import { ClassFilter } from './class-filter';
import { GradeFilter } from './grade-filter';
import { KindFilter } from './kind-filter';
import { ModalityFilter } from './modality-filter';
import { SourceFilter } from './source-filter';
import { TypeFilter } from './type-filter';
import './filters.css';

/** Every filter with what it would let through; together with the canvas it is also the legend. */
export function FilterPane() {
  const summary = useSummary();
  const session = useSession();
  const facets = useFacets();
  switch (summary.status) {
    case 'loading':
      return <Skeleton label="Counting what there is" lines={12} />;
    case 'failed':
      return <FailureNotice failure={summary.failure} retry={summary.retry} />;
    case 'ready':
      return (
        <div className="filter-pane">
          {facets.status === 'failed' && facets.failure && (
            <FailureNotice failure={facets.failure} retry={session.facets.retry} />
          )}
          <ClassFilter classes={summary.value.classes} />
          <TypeFilter types={summary.value.types} />
          <ModalityFilter />
          <GradeFilter />
          <KindFilter kinds={summary.value.kinds} />
          <SourceFilter />
        </div>
      );
  }
}
