'use client';

import { useCallback, useState, type ReactNode } from 'react';

import { call } from '@/lib/api/call';
import { edgesEndpoint } from '@/lib/api/edges-endpoint';
import { isEmptied, isFiltered, type Filters } from '@/lib/graph/filters/filter';
import { countEvidence, type EvidenceCounts } from '@/lib/reading/group-evidence';
import type { Selection } from '@/lib/graph/selection';
import type { Entity } from '@/lib/model/entity';
import type { EntityId } from '@/lib/model/ids';
import type { PairRelations } from '@/lib/model/relation-detail';

import { countOf } from '../../_ui/count-of';
import { FailureNotice } from '../../_ui/failure-notice';
import { Notice } from '../../_ui/notice';
import { Skeleton } from '../../_ui/skeleton';
import { useLoaded } from '../../_ui/use-loaded';

import { FilteredNote } from './filtered-note';
import { PairEvidence } from './pair-evidence';

const number = new Intl.NumberFormat('en-GB');

interface PairViewProps {
  readonly a: EntityId;
  readonly b: EntityId;
  readonly filters: Filters;
  readonly onSelect: (selection: Selection) => void;
}

/** Every passage of every relation of two entities that passes the filters. */
export function PairView({ a, b, filters, onSelect }: PairViewProps) {
  const [showsAll, setShowsAll] = useState(false);
  const load = useCallback(
    (signal: AbortSignal) => loadPair({ a, b, filters: showsAll ? {} : filters }, signal),
    [a, b, filters, showsAll],
  );
  const pair = useLoaded(load);
  switch (pair.status) {
    case 'loading':
      return <Skeleton label="Fetching the passages of these two" lines={9} />;
    case 'failed':
      return <FailureNotice failure={pair.failure} retry={pair.retry} />;
    case 'ready':
      return (
        <Pair
          a={a}
          pair={pair.value}
          note={isFiltered(filters) && toNote(pair.value, showsAll, setShowsAll)}
          onSelect={onSelect}
        />
      );
  }
}

interface PairQuestion {
  readonly a: EntityId;
  readonly b: EntityId;
  readonly filters: Filters;
}

async function loadPair({ a, b, filters }: PairQuestion, signal: AbortSignal): Promise<PairRelations> {
  if (!isEmptied(filters)) return call(edgesEndpoint, { between: a, and: b, ...filters }, { signal });
  const { unfiltered } = await call(edgesEndpoint, { between: a, and: b }, { signal });
  return { relations: [], total: 0, evidence: 0, unfiltered };
}

function toNote(
  { evidence, unfiltered }: PairRelations,
  showsAll: boolean,
  onChange: (next: boolean) => void,
) {
  const pieces = countOf(unfiltered.evidence, 'piece of evidence', 'pieces of evidence');
  return (
    <FilteredNote
      passing={`${number.format(evidence)} of ${pieces}`}
      whole={`All ${pieces}`}
      showsAll={showsAll}
      onChange={onChange}
    />
  );
}

interface PairProps {
  readonly a: EntityId;
  readonly pair: PairRelations;
  /** What the filters leave out. */
  readonly note: ReactNode;
  readonly onSelect: (selection: Selection) => void;
}

function Pair({ a, pair: { relations, total, unfiltered }, note, onSelect }: PairProps) {
  const [first] = relations;
  if (!first)
    return unfiltered.relations > 0 ? <NonePasses note={note} /> : <NoRelation onSelect={onSelect} />;
  const [one, other] = first.subject.id === a ? [first.subject, first.object] : [first.object, first.subject];
  const types = new Set(relations.map(({ type }) => type)).size;
  return (
    <>
      <p className="evidence-kicker">
        {one.id === other.id ? 'One entity' : '2 entities'}, {countOf(types, 'kind', 'kinds')} of relation
      </p>
      <h2 className="evidence-title">
        <NameButton entity={one} onSelect={onSelect} />
        {one.id === other.id ? (
          <em> and itself</em>
        ) : (
          <>
            {' '}
            <em>and</em> <NameButton entity={other} onSelect={onSelect} />
          </>
        )}
      </h2>
      <p className="evidence-counts number" role="status">
        <Counts {...countEvidence(relations)} />
      </p>
      {note}
      {total > relations.length && (
        <p className="evidence-hint">
          Showing {relations.length} of {countOf(total, 'relation', 'relations')}, those with the most
          evidence.
        </p>
      )}
      <PairEvidence one={one} other={other} relations={relations} onSelect={onSelect} />
    </>
  );
}

/** Where two are only named together, there is no source to count. */
function Counts({ passages, sources, together, contested }: EvidenceCounts) {
  const hasSources = together === 0 || sources > 0;
  return (
    <>
      {hasSources && <Count value={passages} one="passage" many="passages" />}
      {hasSources && <Count value={sources} one="source" many="sources" />}
      {together > 0 && (
        <span>
          named together in <Count value={together} one="passage" many="passages" />
        </span>
      )}
      {contested > 0 && <Count value={contested} one="contested" many="contested" />}
    </>
  );
}

function NonePasses({ note }: Pick<PairProps, 'note'>) {
  return <Notice title="Nothing between these two passes the filters">{note}</Notice>;
}

function NoRelation({ onSelect }: Pick<PairProps, 'onSelect'>) {
  return (
    <Notice title="No relation between these two">
      <p>Nothing that is loaded connects them directly. Select another line, or one of them alone.</p>
      <button
        type="button"
        className="push-button"
        onClick={() => {
          onSelect({ status: 'none' });
        }}
      >
        Back to the data set
      </button>
    </Notice>
  );
}

function NameButton({ entity, onSelect }: { readonly entity: Entity } & Pick<PairProps, 'onSelect'>) {
  return (
    <button
      type="button"
      className="name-button"
      onClick={() => {
        onSelect({ status: 'entity', id: entity.id });
      }}
    >
      <bdi>{entity.name}</bdi>
    </button>
  );
}

function Count({
  value,
  one,
  many,
}: {
  readonly value: number;
  readonly one: string;
  readonly many: string;
}) {
  return (
    <span>
      <b>{value}</b> {value === 1 ? one : many}
    </span>
  );
}
