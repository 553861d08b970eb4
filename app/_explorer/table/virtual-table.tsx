'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode } from 'react';

import type { Order } from './table-rows';

interface Column<Name extends string> {
  readonly name: Name;
  readonly title: string;
}

interface VirtualTableProps<Row, Name extends string> {
  readonly label: string;
  /** Gives the columns their widths. */
  readonly className: string;
  readonly columns: readonly Column<Name>[];
  readonly rows: readonly Row[];
  readonly order: Order<Name>;
  readonly onOrder: (order: Order<Name>) => void;
  readonly rowHeight: number;
  readonly keyOf: (row: Row) => string;
  readonly isSelected: (row: Row) => boolean;
  readonly cell: (row: Row, column: Name) => ReactNode;
}

const OVERSCAN = 12;

/** A table of which only the rows in sight are on the page; a reader hears of all of them. */
export function VirtualTable<Row, Name extends string>(props: VirtualTableProps<Row, Name>) {
  const { label, className, columns, rows, order, onOrder, rowHeight, keyOf, isSelected, cell } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
  });
  return (
    <div ref={scroller} className="table-scroller" tabIndex={0} role="group" aria-label={`${label}, scrolls`}>
      <div role="table" aria-label={label} aria-rowcount={rows.length + 1} className={className}>
        <div role="rowgroup" className="table-head">
          <div role="row" aria-rowindex={1} className="table-row">
            {columns.map(({ name, title }) => (
              <div
                key={name}
                role="columnheader"
                className={`cell cell-${name}`}
                aria-sort={order.column === name ? (order.isDown ? 'descending' : 'ascending') : 'none'}
              >
                <button
                  type="button"
                  className="sort-button"
                  onClick={() => {
                    onOrder({ column: name, isDown: order.column === name ? !order.isDown : false });
                  }}
                >
                  {title}
                  {order.column === name && <span aria-hidden="true"> {order.isDown ? '↓' : '↑'}</span>}
                </button>
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className="table-body" style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, size }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <div
                key={keyOf(row)}
                role="row"
                aria-rowindex={index + 2}
                className="table-row"
                aria-current={isSelected(row)}
                style={{ transform: `translateY(${start}px)`, blockSize: size }}
              >
                {columns.map(({ name }) => (
                  <div key={name} role="cell" className={`cell cell-${name}`}>
                    {cell(row, name)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
