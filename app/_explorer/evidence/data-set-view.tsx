'use client';

import { call } from '@/lib/api/call';
import { highlightsEndpoint } from '@/lib/api/highlights-endpoint';
import { printDate } from '@/lib/reading/print-when';
import type { Selection } from '@/lib/graph/selection';
import type { Highlights as HighlightLists } from '@/lib/model/highlights';
import type { Summary } from '@/lib/model/summary';

import { useSummary } from '../../_shell/summary-provider';
import { countOf } from '../../_ui/count-of';
import { FailureNotice } from '../../_ui/failure-notice';
import { Notice } from '../../_ui/notice';
import { Skeleton } from '../../_ui/skeleton';
import { useLoaded } from '../../_ui/use-loaded';

type OnSelect = (selection: Selection) => void;

/** Nothing is selected: what the data set is, and where to begin. */
export function DataSetView({ onSelect }: { readonly onSelect: OnSelect }) {
  const summary = useSummary();
  switch (summary.status) {
    case 'loading':
      return <Skeleton label="Fetching the data set" />;
    case 'failed':
      return <FailureNotice failure={summary.failure} retry={summary.retry} />;
    case 'ready':
      return <DataSet summary={summary.value} onSelect={onSelect} />;
  }
}

function DataSet({ summary, onSelect }: { readonly summary: Summary; readonly onSelect: OnSelect }) {
  const { datasets, counts, span } = summary;
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
        {countOf(counts.documents, 'document', 'documents')}.
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

/** Lists that fail only leave their place empty: the data set is told without them. */
function Highlights({ onSelect }: { readonly onSelect: OnSelect }) {
  const highlights = useLoaded(loadHighlights);
  if (highlights.status === 'loading') return <Skeleton label="Fetching the busiest pairs" />;
  if (highlights.status === 'failed') return null;
  const { busiest, contested } = highlights.value;
  return (
    <>
      <PairList title="Most contested" pairs={contested.map(tellContested)} onSelect={onSelect} />
      <PairList title="Most written about" pairs={busiest.map(tellEvidence)} onSelect={onSelect} />
    </>
  );
}

/** A pair and what is counted of it, in words. */
interface ToldPair extends Pick<HighlightLists['busiest'][number], 'a' | 'b'> {
  readonly words: string;
}

interface PairListProps {
  readonly title: string;
  readonly pairs: readonly ToldPair[];
  readonly onSelect: OnSelect;
}

function PairList({ title, pairs, onSelect }: PairListProps) {
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
              <span className="sentence-count number">{pair.words}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function tellContested({ a, b, contested }: HighlightLists['contested'][number]): ToldPair {
  return { a, b, words: countOf(contested, 'contested relation', 'contested relations') };
}

function tellEvidence({ a, b, evidence }: HighlightLists['busiest'][number]): ToldPair {
  return { a, b, words: countOf(evidence, 'piece of evidence', 'pieces of evidence') };
}

function printSpan({ start, end }: Summary['span']): string {
  if (start === null || end === null) return '';
  return start === end ? `, ${printDate(start)}` : `, from ${printDate(start)} to ${printDate(end)}`;
}

function loadHighlights(signal: AbortSignal): Promise<HighlightLists> {
  return call(highlightsEndpoint, {}, { signal });
}
