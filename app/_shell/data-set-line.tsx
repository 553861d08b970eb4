'use client';

import { countOf } from '../_ui/count-of';

import { useSummary } from './summary-provider';

/** Which data set this is and how large, once it is known. */
export function DataSetLine() {
  const summary = useSummary();
  if (summary.status !== 'ready') return null;
  const { datasets, counts } = summary.value;
  return (
    <p className="data-set">
      <span className="data-set-title">{datasets.map(({ title }) => title).join(' · ')}</span>
      <span className="data-set-counts number">
        {[
          countOf(counts.entities, 'entity', 'entities'),
          countOf(counts.relations, 'relation', 'relations'),
          countOf(counts.passages, 'passage', 'passages'),
          countOf(counts.documents, 'document', 'documents'),
        ].join(' · ')}
      </span>
    </p>
  );
}
