'use client';

import { useState } from 'react';

import { usePicture } from '../explorer-context';
import { FilterSheet } from '../filters/filter-sheet';
import { SearchBox } from '../search/search-box';
import { TablePane } from '../table/table-pane';

import { CanvasPane } from './canvas-pane';
import { FilterChips } from './filter-chips';
import { StatusLine } from './status-line';
import { Toolbar } from './toolbar';
import { useCanvasTools } from './use-canvas-tools';
import './centre.css';

interface CentrePaneProps {
  readonly isNarrow: boolean;
  readonly isSmall: boolean;
  readonly onKeys: () => void;
}

/** The graph or its table, what narrows it, and the tools. Where nothing can be drawn, the table stands in, with a sentence. */
export function CentrePane({ isNarrow, isSmall, onKeys }: CentrePaneProps) {
  const { state } = usePicture();
  const [cannotDraw, setCannotDraw] = useState(false);
  const [tools, setCanvas] = useCanvasTools();
  const view = cannotDraw ? 'table' : (state.view ?? (isSmall ? 'table' : 'graph'));
  return (
    <div className="centre">
      {isNarrow && (
        <div className="centre-search">
          <SearchBox />
          <FilterSheet />
        </div>
      )}
      <div className="centre-bar">
        <FilterChips />
        <Toolbar view={view} camera={tools} canDraw={!cannotDraw} onKeys={onKeys} />
      </div>
      <StatusLine
        cannotDraw={cannotDraw}
        onDraw={() => {
          setCannotDraw(false);
        }}
      />
      {view === 'table' ? (
        <TablePane />
      ) : (
        <CanvasPane
          onCanvas={setCanvas}
          onLost={() => {
            setCannotDraw(true);
          }}
        />
      )}
    </div>
  );
}
