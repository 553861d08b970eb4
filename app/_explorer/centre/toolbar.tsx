'use client';

import { collapse, expand, pin, type ExplorerView } from '@/lib/graph/explorer-state';
import type { CanvasCamera } from '@/lib/render/camera';

import { usePicture, useSession } from '../explorer-context';

interface ToolbarProps {
  readonly view: ExplorerView;
  readonly camera: CanvasCamera | undefined;
  readonly canDraw: boolean;
  readonly onKeys: () => void;
}

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
  const { state, arrangement } = usePicture();
  const { selection } = state;
  if (selection.status !== 'entity') return null;
  const { id } = selection;
  const { facts } = arrangement;
  const more = facts.hasNode(id) ? facts.getNodeAttribute(id, 'degree') - facts.degree(id) : 0;
  const isExpanded = state.expansions.some(({ entity }) => entity === id);
  return (
    <>
      {more > 0 && (
        <Tool
          label={`Show more (${more})`}
          onPress={() => {
            explorer.change((now) => expand(now, { entity: id }));
          }}
        />
      )}
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
