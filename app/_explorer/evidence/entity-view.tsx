'use client';

import { useCallback, useId, useState, type ReactNode } from 'react';

import { call } from '@/lib/api/call';
import { entityEndpoint } from '@/lib/api/entity-endpoint';
import { isEmptied, isFiltered, type Filters } from '@/lib/graph/filters/filter';
import type { Selection } from '@/lib/graph/selection';
import type { EntityDetail } from '@/lib/model/entity-detail';
import type { EntityId } from '@/lib/model/ids';

import { countOf } from '../../_ui/count-of';
import { FailureNotice } from '../../_ui/failure-notice';
import { Notice } from '../../_ui/notice';
import { Skeleton } from '../../_ui/skeleton';
import { useHanFont } from '../../_ui/use-han-font';
import { useLoaded } from '../../_ui/use-loaded';

import { EntityPassages } from './entity-passages';
import { EntityRelations } from './entity-relations';
import { FilteredNote } from './filtered-note';

const noFilters: Filters = {};
const number = new Intl.NumberFormat('en-GB');

interface EntityViewProps {
  readonly id: EntityId;
  readonly filters: Filters;
  readonly onSelect: (selection: Selection) => void;
}

/** Who or what an entity is, the passages that name it, and its relations as sentences, as far as they pass the filters. */
export function EntityView({ id, filters, onSelect }: EntityViewProps) {
  const [showsAll, setShowsAll] = useState(false);
  const asked = showsAll ? noFilters : filters;
  const load = useCallback((signal: AbortSignal) => loadEntity(id, asked, signal), [id, asked]);
  const entity = useLoaded(load);
  switch (entity.status) {
    case 'loading':
      return <Skeleton label="Fetching this entity" lines={9} />;
    case 'failed':
      return entity.failure.failure === 'not-found' ? (
        <UnknownEntity onSelect={onSelect} />
      ) : (
        <FailureNotice failure={entity.failure} retry={entity.retry} />
      );
    case 'ready':
      return (
        <Entity
          entity={entity.value}
          filters={asked}
          note={isFiltered(filters) && toNote(entity.value, showsAll, setShowsAll)}
          onSelect={onSelect}
        />
      );
  }
}

async function loadEntity(id: EntityId, filters: Filters, signal: AbortSignal): Promise<EntityDetail> {
  if (!isEmptied(filters)) return call(entityEndpoint, { id, ...filters }, { signal });
  const entity = await call(entityEndpoint, { id }, { signal });
  const total = { relations: 0, denied: 0, neighbours: 0, passages: 0 };
  return { ...entity, relations: [], tallies: [], total };
}

function toNote({ total, unfiltered }: EntityDetail, showsAll: boolean, onChange: (next: boolean) => void) {
  const relations = countOf(unfiltered.relations, 'relation', 'relations');
  const passages = countOf(unfiltered.passages, 'passage', 'passages');
  return (
    <FilteredNote
      passing={`${number.format(total.relations)} of ${relations} and ${number.format(total.passages)} of ${passages}`}
      whole={`All ${relations} and ${passages}`}
      showsAll={showsAll}
      onChange={onChange}
    />
  );
}

interface EntityProps extends Pick<EntityViewProps, 'filters' | 'onSelect'> {
  readonly entity: EntityDetail;
  /** What the filters leave out. */
  readonly note: ReactNode;
}

function Entity({ entity, filters, note, onSelect }: EntityProps) {
  const [passages, relations] = [useId(), useId()];
  const { kind, name, aliases, description, total } = entity;
  useHanFont([name, ...aliases].join(' '));
  return (
    <>
      <p className="evidence-kicker">{kind}</p>
      <h2 className="evidence-title">
        <bdi>{name}</bdi>
      </h2>
      {description !== undefined && <p className="evidence-lead">{description}</p>}
      {aliases.length > 0 && (
        <p className="evidence-aliases">
          Also called{' '}
          {aliases.map((alias, index) => (
            <span key={alias}>
              {index > 0 && ', '}
              <bdi>{alias}</bdi>
            </span>
          ))}
        </p>
      )}
      <p className="evidence-counts number" role="status">
        <JumpButton to={passages}>{countOf(total.passages, 'passage', 'passages')}</JumpButton>
        <JumpButton to={relations}>{countOf(total.relations, 'relation', 'relations')}</JumpButton>
        {total.denied > 0 && <span>{number.format(total.denied)} only denied</span>}
      </p>
      {note}
      <EntityPassages headingId={passages} entity={entity} filters={filters} onSelect={onSelect} />
      <EntityRelations headingId={relations} entity={entity} onSelect={onSelect} />
    </>
  );
}

/** Not a link: the part of the address after `#` belongs to the page, and this only moves the pane. */
function JumpButton({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  const onClick = () => {
    const heading = document.getElementById(to);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  };
  return (
    <button type="button" className="text-button" onClick={onClick}>
      {children}
    </button>
  );
}

function UnknownEntity({ onSelect }: Pick<EntityViewProps, 'onSelect'>) {
  return (
    <Notice title="This entity is not in the store">
      <p>
        The link may be older than the data, or belong to another data set. Search for it by name instead.
      </p>
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
