'use client';

import { useRef } from 'react';

import type { Filters } from '@/lib/graph/filters/filter';
import type { Selection } from '@/lib/graph/selection';

import { DataSetView } from './data-set-view';
import { EntityView } from './entity-view';
import { PairView } from './pair-view';
import './evidence.css';

interface EvidencePaneProps {
  readonly selection: Selection;
  readonly filters: Filters;
  readonly onSelect: (selection: Selection) => void;
}

/** What the sources say about what is selected: the data set, an entity, or a pair of entities. */
export function EvidencePane({ selection, filters, onSelect }: EvidencePaneProps) {
  const pane = useRef<HTMLElement>(null);
  /** What was pressed goes away with the view it was in; the pane stays and takes the focus. */
  const onSelectInside = (next: Selection) => {
    onSelect(next);
    pane.current?.focus({ preventScroll: true });
    pane.current?.scrollTo({ top: 0 });
  };
  return (
    <section ref={pane} className="evidence-pane" aria-label="Evidence" tabIndex={0}>
      <SelectedView selection={selection} filters={filters} onSelect={onSelectInside} />
    </section>
  );
}

function SelectedView({ selection, filters, onSelect }: EvidencePaneProps) {
  switch (selection.status) {
    case 'none':
      return <DataSetView onSelect={onSelect} />;
    case 'entity':
      return <EntityView key={selection.id} id={selection.id} filters={filters} onSelect={onSelect} />;
    case 'pair':
      return (
        <PairView
          key={`${selection.a} ${selection.b}`}
          a={selection.a}
          b={selection.b}
          filters={filters}
          onSelect={onSelect}
        />
      );
  }
}
