'use client';

import { call } from '@/lib/api/call';
import { graphEndpoint } from '@/lib/api/graph-endpoint';
import { dataSetHighlights, type PairHighlight } from '@/lib/graph/data-set-highlights';
import { printDate } from '@/lib/reading/print-when';
import type { Selection } from '@/lib/graph/selection';
import type { GraphSlice } from '@/lib/model/slice';
import type { Summary } from '@/lib/model/summary';

import { useSummary } from '../../_shell/summary-provider';
import { countOf } from '../../_ui/count-of';
import { FailureNotice } from '../../_ui/failure-notice';
import { Notice } from '../../_ui/notice';
import { Skeleton } from '../../_ui/skeleton';
import { useLoaded } from '../../_ui/use-loaded';

const HIGHLIGHTS = 5;

type OnSelect = (selection: Selection) => void;

/** Nothing is selected: what the data set is, and where to begin. */
export function DataSetView({ onSelect }: { readonly onSelect: OnSelect }) {
  const summary = useSummary();
  switch (summary.status) {
    case 'loading':
      return <Skeleton label="Fetching what the data set holds" />;
    case 'failed':
      return <FailureNotice failure={summary.failure} retry={summary.retry} />;
    case 'ready':
      return <DataSet summary={summary.value} onSelect={onSelect} />;
  }
}

function DataSet({ summary, onSelect }: { readonly summary: Summary; readonly onSelect: OnSelect }) {
  const { datasets, counts, documents, span } = summary;
  if (counts.entities === 0) return <NothingLoaded />;
  return (
    <>
      <p className="evidence-kicker">{datasets.length > 1 ? 'Data sets' : 'Data set'}</p>
      <h2 className="evidence-title">{datasets.map(({ title }) => title).join(', ') || 'Entente'}</h2>
      <p className="evidence-lead">
        {countOf(counts.relations, 'relation', 'relations')} between{' '}
        {countOf(counts.entities, 'entity', 'entities')}
        {printSpan(span)}, with {countOf(counts.evidence, 'piece', 'pieces')} of evidence from{' '}
        {countOf(counts.passages, 'passage', 'passages')} of{' '}
        {countOf(documents.length, 'document', 'documents')}.
      </p>
      <p className="evidence-hint">
        Select an entity to read about it, or a line between two to read every passage behind it.
      </p>
      <Highlights onSelect={onSelect} />
    </>
  );
}

function NothingLoaded() {
  return (
    <Notice title="Nothing is loaded yet">
      <p>
        Load a folder or a file of triples with <code>npm run load -- graph-data/us-china-2023</code>, then
        reload this page.
      </p>
    </Notice>
  );
}

/** A failed overview is told where the graph would be; here it only leaves the lists out. */
function Highlights({ onSelect }: { readonly onSelect: OnSelect }) {
  const overview = useLoaded(loadOverview);
  if (overview.status === 'loading') return <Skeleton label="Fetching the busiest pairs" />;
  if (overview.status === 'failed') return null;
  const { busiest, contested } = dataSetHighlights(overview.value, HIGHLIGHTS);
  return (
    <>
      <PairList title="Most contested" pairs={contested} tell={tellContested} onSelect={onSelect} />
      <PairList title="Most written about" pairs={busiest} tell={tellEvidence} onSelect={onSelect} />
    </>
  );
}

interface PairListProps {
  readonly title: string;
  readonly pairs: readonly PairHighlight[];
  readonly tell: (pair: PairHighlight) => string;
  readonly onSelect: OnSelect;
}

function PairList({ title, pairs, tell, onSelect }: PairListProps) {
  if (pairs.length === 0) return null;
  return (
    <section className="evidence-section" aria-label={title}>
      <h3 className="evidence-label">{title}</h3>
      <ul>
        {pairs.map((pair) => (
          <li key={`${pair.a.id} ${pair.b.id}`}>
            <button
              type="button"
              className="sentence-button"
              onClick={() => {
                onSelect({ status: 'pair', a: pair.a.id, b: pair.b.id });
              }}
            >
              <span className="sentence">
                <bdi>{pair.a.name}</bdi> <em>and</em> <bdi>{pair.b.name}</bdi>
              </span>
              <span className="sentence-count number">{tell(pair)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function tellContested({ contested }: PairHighlight): string {
  return `${contested} contested`;
}

function tellEvidence({ evidence }: PairHighlight): string {
  return countOf(evidence, 'citation', 'citations');
}

function printSpan({ start, end }: Summary['span']): string {
  if (start === null || end === null) return '';
  return start === end ? `, ${printDate(start)}` : `, from ${printDate(start)} to ${printDate(end)}`;
}

function loadOverview(signal: AbortSignal): Promise<GraphSlice> {
  return call(graphEndpoint, {}, { signal });
}
