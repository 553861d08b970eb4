'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import Link from 'next/link';
import { useRef } from 'react';

import { RelationMarks } from '../../_passage/relation-words';

import { toCellText, toEntityValue, toRelationValue } from './graph-value';
import styles from './console.module.css';
import type { ToExplorer } from './to-explorer-search';
import type { Rows } from './use-run';

const ROW_PX = 37;
const OVERSCAN = 12;

interface ResultTableProps extends Rows {
  readonly toExplorer: ToExplorer;
}

/** The rows as a table; only those in view are in the page, so that ten thousand stay light. */
export function ResultTable({ columns, rows, toExplorer }: ResultTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div className={styles['scroller']} ref={scroller} tabIndex={0} role="region" aria-label="Rows">
      <table aria-rowcount={rows.length + 1} className={styles['table']}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column, index) => (
              <th key={`${index} ${column}`} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} columns={columns.length} />}
          {items.map((item) => (
            <tr key={item.key} aria-rowindex={item.index + 2} style={{ height: ROW_PX }}>
              {(rows[item.index] ?? []).map((value, column) => (
                <td key={column} className={typeof value === 'number' ? styles['number'] : undefined}>
                  <Cell value={value} toExplorer={toExplorer} />
                </td>
              ))}
            </tr>
          ))}
          {after > 0 && <Spacer height={after} columns={columns.length} />}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ value, toExplorer }: { readonly value: unknown } & Pick<ResultTableProps, 'toExplorer'>) {
  const entity = toEntityValue(value);
  if (entity)
    return <Link href={{ pathname: '/', search: toExplorer({ entities: [entity.id] }) }}>{entity.name}</Link>;
  const relation = toRelationValue(value);
  if (relation) {
    return (
      <Link
        href={{ pathname: '/', search: toExplorer({ pair: [relation.start, relation.end] }) }}
        title={toCellText(value)}
      >
        <RelationMarks marks={relation.marks} />
        <code>:{relation.type}</code>{' '}
        {[relation.about, relation.since].filter((text) => text !== undefined).join(', ')}
      </Link>
    );
  }
  if (value === null || value === undefined) return <span className={styles['none']}>null</span>;
  const text = toCellText(value);
  return typeof value === 'object' ? (
    <code title={text}>{text}</code>
  ) : (
    <span dir="auto" title={text}>
      {text}
    </span>
  );
}

function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height, padding: 0 }} />
    </tr>
  );
}
