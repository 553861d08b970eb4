'use client';

import { useState } from 'react';

import { usePicture } from '../explorer-context';
import { FilterSheet } from '../filters/filter-sheet';
import { SearchBox } from '../search/search-box';
import { TablePane } from '../table/table-pane';

import { CannotDraw } from './cannot-draw';
import { CanvasPane } from './canvas-pane';
import { FilterChips } from './filter-chips';
import { StatusLine } from './status-line';
import { Toolbar } from './toolbar';
import type { DrawTrouble } from './use-canvas';
import { useCanvasTools } from './use-canvas-tools';
import { usePictureFont } from './use-picture-font';
import './centre.css';

interface CentrePaneProps {
  readonly isNarrow: boolean;
  readonly isSmall: boolean;
  readonly onKeys: () => void;
}

/** The graph or its table, what narrows it, and the tools. Where nothing can be drawn, the table stands in, with a sentence. */
export function CentrePane({ isNarrow, isSmall, onKeys }: CentrePaneProps) {
  const { state } = usePicture();
  const [trouble, setTrouble] = useState<DrawTrouble>();
  const hasFonts = usePictureFont();
  const [tools, setCanvas] = useCanvasTools();
  const view = trouble !== undefined ? 'table' : (state.view ?? (isSmall ? 'table' : 'graph'));
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
        <Toolbar view={view} camera={tools} canDraw={trouble === undefined} onKeys={onKeys} />
      </div>
      {trouble !== undefined && (
        <CannotDraw
          trouble={trouble}
          onRetry={() => {
            setTrouble(undefined);
          }}
        />
      )}
      <StatusLine />
      {view === 'table' ? (
        <TablePane />
      ) : (
        <CanvasPane onCanvas={setCanvas} onLost={setTrouble} hasFonts={hasFonts} />
      )}
    </div>
  );
}
