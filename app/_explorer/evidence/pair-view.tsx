'use client';

import { useCallback } from 'react';

import { call } from '@/lib/api/call';
import { edgesEndpoint } from '@/lib/api/edges-endpoint';
import { countEvidence } from '@/lib/graph/group-evidence';
import type { Selection } from '@/lib/graph/selection';
import type { Entity } from '@/lib/model/entity';
import type { EntityId } from '@/lib/model/ids';
import type { PairRelations } from '@/lib/model/relation-detail';

import { countOf } from '../../_ui/count-of';
import { FailureNotice } from '../../_ui/failure-notice';
import { Notice } from '../../_ui/notice';
import { Skeleton } from '../../_ui/skeleton';
import { useLoaded } from '../../_ui/use-loaded';

import { PairEvidence } from './pair-evidence';

interface PairViewProps {
  readonly a: EntityId;
  readonly b: EntityId;
  readonly onSelect: (selection: Selection) => void;
}

/** Every passage of every relation of two entities. */
export function PairView({ a, b, onSelect }: PairViewProps) {
  const load = useCallback(
    (signal: AbortSignal) => call(edgesEndpoint, { between: a, and: b }, { signal }),
    [a, b],
  );
  const pair = useLoaded(load);
  switch (pair.status) {
    case 'loading':
      return <Skeleton label="Fetching the passages of these two" lines={9} />;
    case 'failed':
      return <FailureNotice failure={pair.failure} retry={pair.retry} />;
    case 'ready':
      return <Pair a={a} pair={pair.value} onSelect={onSelect} />;
  }
}

interface PairProps {
  readonly a: EntityId;
  readonly pair: PairRelations;
  readonly onSelect: (selection: Selection) => void;
}

function Pair({ a, pair: { relations, total }, onSelect }: PairProps) {
  const [first] = relations;
  if (!first) return <NoRelation onSelect={onSelect} />;
  const [one, other] = first.subject.id === a ? [first.subject, first.object] : [first.object, first.subject];
  const counts = countEvidence(relations);
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
        <Count value={counts.passages} one="passage" many="passages" />
        <Count value={counts.sources} one="source" many="sources" />
        {counts.contested > 0 && <Count value={counts.contested} one="contested" many="contested" />}
      </p>
      {total > relations.length && (
        <p className="evidence-hint">
          Showing {relations.length} of {countOf(total, 'relation', 'relations')}, those with most evidence.
        </p>
      )}
      <PairEvidence one={one} other={other} relations={relations} onSelect={onSelect} />
    </>
  );
}

function NoRelation({ onSelect }: Pick<PairProps, 'onSelect'>) {
  return (
    <Notice title="No relation between these two">
      <p>Nothing that is loaded joins them directly. Select another line, or one of them alone.</p>
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
