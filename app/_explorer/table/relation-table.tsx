'use client';

import { useMemo, useState } from 'react';

import type { Selection } from '@/lib/graph/selection';
import { sentenceText } from '@/lib/reading/relation-sentence';

import { RelationMarks } from '../../_passage/relation-words';
import { useSummary } from '../../_shell/summary-provider';
import { usePicture, useSession } from '../explorer-context';
import { COARSE, SMALL, useMedia } from '../use-media';

import { toRelationRows, type Order, type RelationRow, type relationColumns } from './table-rows';
import { VirtualTable } from './virtual-table';

type Column = (typeof relationColumns)[number];

const columns = [
  { name: 'subject', title: 'Subject' },
  { name: 'verb', title: 'Relation' },
  { name: 'object', title: 'Object' },
  { name: 'state', title: 'State' },
  { name: 'start', title: 'Date' },
  { name: 'evidence', title: 'Evidence' },
] as const satisfies readonly { name: Column; title: string }[];

/** Row heights in pixels, for a mouse and for fingers, on a screen that holds a row on one line and on a small one. */
const ROWS = { fine: { wide: 36, small: 60 }, coarse: { wide: 46, small: 92 } } as const;

/** Every relation in sight as a row that opens its evidence. */
export function RelationTable() {
  const session = useSession();
  const picture = usePicture();
  const summary = useSummary();
  const rowHeight = ROWS[useMedia(COARSE) ? 'coarse' : 'fine'][useMedia(SMALL) ? 'small' : 'wide'];
  const [order, setOrder] = useState<Order<Column>>({ column: 'evidence', isDown: true });
  const types = useMemo(
    () => new Map(summary.status === 'ready' ? summary.value.types.map((type) => [type.type, type]) : []),
    [summary],
  );
  const { visible, arrangement, state } = picture;
  const { facts } = arrangement;
  const rows = useMemo(
    () => toRelationRows({ visible, facts }, types, order),
    [visible, facts, types, order],
  );
  return (
    <VirtualTable
      label="Relations"
      className="relation-table"
      columns={columns}
      rows={rows}
      order={order}
      onOrder={setOrder}
      rowHeight={rowHeight}
      keyOf={({ id }) => id}
      isSelected={(row) => isOf(row, state.selection)}
      cell={(row, column) => <RelationCell row={row} column={column} onSelect={session.select} />}
    />
  );
}

function isOf({ subject, object }: RelationRow, selection: Selection): boolean {
  switch (selection.status) {
    case 'none':
      return false;
    case 'entity':
      return subject.id === selection.id || object.id === selection.id;
    case 'pair': {
      const { a, b } = selection;
      return (subject.id === a && object.id === b) || (subject.id === b && object.id === a);
    }
  }
}

interface RelationCellProps {
  readonly row: RelationRow;
  readonly column: Column;
  readonly onSelect: (selection: Selection) => void;
}

function RelationCell({ row, column, onSelect }: RelationCellProps) {
  const { subject, object } = row;
  switch (column) {
    case 'subject':
    case 'object': {
      const { id, name } = row[column];
      return (
        <button
          type="button"
          className="cell-button"
          onClick={() => {
            onSelect({ status: 'entity', id });
          }}
        >
          {name}
        </button>
      );
    }
    case 'verb':
      return (
        <button
          type="button"
          className="cell-button cell-relation"
          aria-label={`Evidence. ${sentenceText(row.sentence)}`}
          onClick={() => {
            onSelect({ status: 'pair', a: subject.id, b: object.id });
          }}
        >
          <span className={`class-mark class-${row.class}`} aria-hidden="true" />
          <span>{row.sentence.verb}</span>
        </button>
      );
    case 'start':
      return <span className="number">{row.start ?? ''}</span>;
    case 'evidence':
      return <span className="number">{row.evidence}</span>;
    case 'state':
      return <State sentence={row.sentence} />;
  }
}

/** What keeps a row from being a plain fact, and who says it. */
function State({ sentence: { marks, source } }: Pick<RelationRow, 'sentence'>) {
  return (
    <>
      {marks.length > 0 && (
        <span className="state-marks">
          <RelationMarks marks={marks} />
        </span>
      )}
      {marks.length > 0 && source !== undefined && <span className="sr-only">, </span>}
      {source !== undefined && (
        <span className="state-source" title={source}>
          {source}
        </span>
      )}
    </>
  );
}
