'use client';

import { useCallback } from 'react';

import { call } from '@/lib/api/call';
import { entityEndpoint } from '@/lib/api/entity-endpoint';
import { collapse, EXPANSION_LIMIT_MAX, pin, type ExplorerView } from '@/lib/graph/explorer-state';
import { isEmptied, isFiltered } from '@/lib/graph/filters/filter';
import type { Picture } from '@/lib/graph/picture';
import { readNeighbours, tellComplete, type NeighbourCount } from '@/lib/graph/show-more';
import type { EntityId } from '@/lib/model/ids';
import type { CanvasCamera } from '@/lib/render/camera';

import { countOf } from '../../_ui/count-of';
import { useLoaded } from '../../_ui/use-loaded';
import { usePicture, useSession } from '../explorer-context';

interface ToolbarProps {
  readonly view: ExplorerView;
  readonly camera: CanvasCamera | undefined;
  readonly canDraw: boolean;
  readonly onKeys: () => void;
}

const number = new Intl.NumberFormat('en-GB');

const progressWords = { loading: 'Loading…', arranging: 'Arranging…', settled: 'Settled' } as const;

/** What can be done with the picture, and how it is doing. */
export function Toolbar({ view, camera, canDraw, onKeys }: ToolbarProps) {
  const { explorer } = useSession();
  const { canUndo, canRedo, progress } = usePicture();
  return (
    <div className="toolbar" role="group" aria-label="Tools">
      <EntityTools />
      <Tool label="Undo" sign="↶" isOff={!canUndo} onPress={explorer.undo} />
      <Tool label="Redo" sign="↷" isOff={!canRedo} onPress={explorer.redo} />
      {view === 'graph' && (
        <>
          <span className="tool-line" aria-hidden="true" />
          <Tool label="Further away" sign="−" isOff={!camera} onPress={() => camera?.zoomOut()} />
          <Tool label="Closer" sign="+" isOff={!camera} onPress={() => camera?.zoomIn()} />
          <Tool label="Fit" isOff={!camera} onPress={() => camera?.fit()} />
        </>
      )}
      <span className="tool-line" aria-hidden="true" />
      {canDraw && (
        <Tool
          label={view === 'graph' ? 'Table' : 'Graph'}
          onPress={() => {
            explorer.change((state) => ({ ...state, view: view === 'graph' ? 'table' : 'graph' }));
          }}
        />
      )}
      <Tool label="Keys" sign="?" onPress={onKeys} />
      {view === 'graph' && (
        <span className="layout-status" role="status">
          {progressWords[progress]}
        </span>
      )}
    </div>
  );
}

/** What can be done with the entity that is selected. */
function EntityTools() {
  const { explorer } = useSession();
  const { state } = usePicture();
  const { selection } = state;
  if (selection.status !== 'entity') return null;
  const { id } = selection;
  const isExpanded = state.expansions.some(({ entity }) => entity === id);
  return (
    <>
      <MoreTool key={id} id={id} />
      {isExpanded && (
        <Tool
          label="Show fewer"
          onPress={() => {
            explorer.change((now) => collapse(now, id));
          }}
        />
      )}
      {state.pins.has(id) && (
        <Tool
          label="Unpin"
          onPress={() => {
            explorer.change((now) => pin(now, id, undefined));
          }}
        />
      )}
    </>
  );
}

/** Shows more neighbours and says how many there still are, or that all are shown. */
function MoreTool({ id }: { readonly id: EntityId }) {
  const session = useSession();
  const picture = usePicture();
  const { shown, total } = useNeighbours(picture, id);
  if (total === undefined || picture.progress !== 'settled') return null;
  if (shown >= total) return <span className="tool-note">{tellComplete(total)}</span>;
  if (shown >= EXPANSION_LIMIT_MAX) {
    return (
      <span className="tool-note">
        {number.format(shown)} of {number.format(total)} neighbours: as many as can be drawn
      </span>
    );
  }
  return (
    <Tool
      label={`Show more (${countOf(total - shown, 'neighbour', 'neighbours')})`}
      onPress={() => {
        session.showMore(id);
      }}
    />
  );
}

/** Under filters only the store knows how many neighbours there are. */
function useNeighbours(picture: Picture, id: EntityId): NeighbourCount {
  const { filters } = picture.state;
  const load = useCallback(
    async (signal: AbortSignal) => {
      if (!isFiltered(filters)) return undefined;
      if (isEmptied(filters)) return 0;
      return (await call(entityEndpoint, { id, ...filters }, { signal })).total.neighbours;
    },
    [id, filters],
  );
  const counted = useLoaded(load);
  const { shown, total } = readNeighbours(picture, id);
  if (!isFiltered(filters)) return { shown, total };
  return { shown, total: counted.status === 'ready' ? counted.value : undefined };
}

interface ToolProps {
  readonly label: string;
  /** What is written on it, where that is a sign instead of its name. */
  readonly sign?: string;
  readonly isOff?: boolean;
  readonly onPress: () => void;
}

function Tool({ label, sign, isOff = false, onPress }: ToolProps) {
  return (
    <button
      type="button"
      className="tool"
      disabled={isOff}
      title={sign === undefined ? undefined : label}
      aria-label={label}
      onClick={onPress}
    >
      {sign ?? label}
    </button>
  );
}
