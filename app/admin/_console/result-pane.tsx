'use client';

import Link from 'next/link';
import { useState } from 'react';

import { rowsToCsv } from '@/lib/export/rows-to-csv';
import { rowsToJson } from '@/lib/export/rows-to-json';

import { countOf } from '../../_ui/count-of';
import { Notice } from '../../_ui/notice';
import { sizeOf } from '../../_ui/size-of';

import styles from './console.module.css';
import { findEntityIds } from './graph-value';
import { ResultRaw } from './result-raw';
import { ResultTable } from './result-table';
import type { ToExplorer } from './to-explorer-search';
import type { Rows, Run } from './use-run';

const views = ['Table', 'Raw'] as const;
type View = (typeof views)[number];

/** A link holds only so many entities; the explorer says how many it shows. */
const EXPLORER_MAX = 200;

interface ResultPaneProps {
  readonly run: Run;
  readonly toExplorer: ToExplorer;
}

/** What a run gave: a line that says it honestly, the rows as table or raw, and the ways to take them along. */
export function ResultPane({ run, toExplorer }: ResultPaneProps) {
  const [view, setView] = useState<View>('Table');
  if (run.status === 'idle') {
    return (
      <section className={styles['result']} aria-label="Result">
        <div className={styles['empty']}>
          <Notice title="Nothing has run yet">
            <p>
              Write a statement, or press a label on the left, then Run. Rows appear here as they are found.
            </p>
          </Notice>
        </div>
      </section>
    );
  }
  return (
    <section className={styles['result']} aria-label="Result">
      <div className={styles['resultBar']}>
        <div role="group" aria-label="View" className={styles['views']}>
          {views.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={view === each}
              onClick={() => {
                setView(each);
              }}
            >
              {each}
            </button>
          ))}
        </div>
        <p role="status" className={styles['outcome']}>
          <Outcome run={run} />
        </p>
        <TakeAlong run={run} toExplorer={toExplorer} />
      </div>
      <ResultBody run={run} view={view} toExplorer={toExplorer} />
    </section>
  );
}

function ResultBody({
  run,
  view,
  toExplorer,
}: { readonly run: Exclude<Run, { status: 'idle' }>; readonly view: View } & Pick<
  ResultPaneProps,
  'toExplorer'
>) {
  if (run.status === 'failed') {
    return (
      <div role="alert" className={styles['empty']}>
        <Notice
          title={
            run.failure.position
              ? `Line ${run.failure.position.line}, column ${run.failure.position.column}`
              : 'The statement did not run'
          }
        >
          <p>{run.failure.message}</p>
          {run.failure.fields.map(({ path, message }) => (
            <p key={path}>
              <code>{path}</code>: {message}
            </p>
          ))}
        </Notice>
      </div>
    );
  }
  if (run.rows.length === 0 && run.status === 'done') {
    return (
      <div className={styles['empty']}>
        <Notice title="No rows">
          <p>
            The statement ran and matched nothing. Check its labels and types against the list on the left.
          </p>
        </Notice>
      </div>
    );
  }
  return view === 'Table' ? (
    <ResultTable columns={run.columns} rows={run.rows} toExplorer={toExplorer} />
  ) : (
    <ResultRaw columns={run.columns} rows={run.rows} />
  );
}

function Outcome({ run }: { readonly run: Exclude<Run, { status: 'idle' }> }) {
  const rows = countOf(run.rows.length, 'row', 'rows');
  switch (run.status) {
    case 'running':
      return `Running … ${rows} so far`;
    case 'cancelled':
      return `Cancelled after ${rows}; the statement was ended in the database`;
    case 'failed':
      return run.rows.length > 0 ? `Failed after ${rows}` : 'Failed';
    case 'done':
      return (
        <>
          <b>{run.summary.truncated ? `First ${rows}` : rows}</b>
          {run.summary.truncated ? ' of more than are shown: the limit was reached' : ', all of them'}
          {` · ${Math.round(run.summary.ms)} ms · ${sizeOf(run.summary.bytes)}${run.summary.rolledBack ? ' · rolled back' : ''}`}
        </>
      );
  }
}

function TakeAlong({
  run,
  toExplorer,
}: {
  readonly run: Rows;
  readonly toExplorer: ResultPaneProps['toExplorer'];
}) {
  if (run.rows.length === 0) return null;
  const ids = [...new Set(run.rows.flatMap((row) => row.flatMap(findEntityIds)))];
  return (
    <div className={styles['take']}>
      <button
        type="button"
        onClick={() => {
          save('rows.csv', 'text/csv', rowsToCsv(run.columns, run.rows));
        }}
      >
        CSV
      </button>
      <button
        type="button"
        onClick={() => {
          save('rows.json', 'application/json', rowsToJson(run.columns, run.rows));
        }}
      >
        JSON
      </button>
      {ids.length > 0 && (
        <Link href={{ pathname: '/', search: toExplorer({ entities: ids.slice(0, EXPLORER_MAX) }) }}>
          {ids.length > EXPLORER_MAX ? `Show first ${EXPLORER_MAX} in explorer` : 'Show in explorer'}
        </Link>
      )}
    </div>
  );
}

function save(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
