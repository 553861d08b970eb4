'use client';

import { useMemo, useState } from 'react';

import { kindTitles } from '@/lib/graph/describe';
import type { EntityFact } from '@/lib/graph/facts';
import { selectedEntities, type Selection } from '@/lib/graph/selection';

import { usePicture, useSession } from '../explorer-context';
import { ShapeIcon } from '../shape-icon';
import { COARSE, SMALL, useMedia } from '../use-media';

import { toEntityRows, type entityColumns, type Order } from './table-rows';
import { VirtualTable } from './virtual-table';

type Column = (typeof entityColumns)[number];

const columns = [
  { name: 'name', title: 'Name' },
  { name: 'kind', title: 'Kind' },
  { name: 'relations', title: 'Relations' },
] as const satisfies readonly { name: Column; title: string }[];

/** Row heights in pixels, for a mouse and for fingers, on a screen that holds a row on one line and on a small one. */
const ROWS = { fine: { wide: 36, small: 52 }, coarse: { wide: 46, small: 52 } } as const;

/** Every entity in sight as a row that opens its evidence. */
export function EntityTable() {
  const session = useSession();
  const { visible, arrangement, state } = usePicture();
  const rowHeight = ROWS[useMedia(COARSE) ? 'coarse' : 'fine'][useMedia(SMALL) ? 'small' : 'wide'];
  const [order, setOrder] = useState<Order<Column>>({ column: 'relations', isDown: true });
  const { facts } = arrangement;
  const rows = useMemo(() => toEntityRows({ visible, facts }, order), [visible, facts, order]);
  return (
    <VirtualTable
      label="Entities"
      className="entity-table"
      columns={columns}
      rows={rows}
      order={order}
      onOrder={setOrder}
      rowHeight={rowHeight}
      keyOf={({ id }) => id}
      isSelected={({ id }) => selectedEntities(state.selection).includes(id)}
      cell={(row, column) => <EntityCell row={row} column={column} onSelect={session.select} />}
    />
  );
}

interface EntityCellProps {
  readonly row: EntityFact;
  readonly column: Column;
  readonly onSelect: (selection: Selection) => void;
}

function EntityCell({ row, column, onSelect }: EntityCellProps) {
  switch (column) {
    case 'name':
      return (
        <button
          type="button"
          className="cell-button cell-relation"
          onClick={() => {
            onSelect({ status: 'entity', id: row.id });
          }}
        >
          <ShapeIcon kind={row.kind} />
          <span>{row.name}</span>
        </button>
      );
    case 'kind':
      return kindTitles[row.kind];
    case 'relations':
      return <span className="number">{row.relations}</span>;
  }
}
