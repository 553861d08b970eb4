'use client';

import { useState } from 'react';

import type { StoredLoad } from '@/lib/model/stored-load';

import { countOf } from '../../_ui/count-of';
import { FailureNotice } from '../../_ui/failure-notice';
import { Skeleton } from '../../_ui/skeleton';
import type { Loaded } from '../../_ui/use-loaded';

import styles from './load.module.css';
import { describeParts } from './report-parts';
import type { UndoControl } from './use-undo';

const FIRST_SHOWN = 20;

const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

interface PastLoadsProps {
  readonly loads: Loaded<{ readonly loads: readonly StoredLoad[] }>;
  readonly control: UndoControl;
}

/** What was loaded, the newest first, and the way to take it back. */
export function PastLoads({ loads, control }: PastLoadsProps) {
  const [last, setLast] = useState<readonly StoredLoad[]>();
  // The list stays while it is asked for anew.
  if (loads.status === 'ready' && loads.value.loads !== last) setLast(loads.value.loads);
  return (
    <section className={styles['past']} aria-labelledby="past-loads">
      <h2 id="past-loads">Loads so far</h2>
      <UndoWords undo={control.undo} />
      {loads.status === 'loading' && !last && <Skeleton label="Reading what was loaded" lines={3} />}
      {loads.status === 'failed' && <FailureNotice {...loads} />}
      {loads.status !== 'failed' && last && <Loads loads={last} control={control} />}
    </section>
  );
}

function UndoWords({ undo }: Pick<UndoControl, 'undo'>) {
  if (undo.status === 'failed')
    return (
      <p role="alert" className={styles['warning']}>
        {undo.failure.message}
      </p>
    );
  if (undo.status !== 'done') return null;
  const { removed, kept, isStopped } = undo.outcome;
  const gone = [`${countOf(removed.evidence, 'piece', 'pieces')} of evidence`, describeParts(removed)];
  return (
    <p role="status" className={styles['quiet']}>
      {undo.title} was undone{isStopped ? ' in part' : ''}: {gone.filter((part) => part !== '').join(', ')}{' '}
      are gone
      {kept > 0 &&
        `; ${countOf(kept, 'piece', 'pieces')} of evidence stay, since other loads contain them too`}
      .
    </p>
  );
}

function Loads({ loads, control }: { readonly loads: readonly StoredLoad[]; readonly control: UndoControl }) {
  if (loads.length === 0) return <p className={styles['quiet']}>Nothing has been loaded yet.</p>;
  return (
    <>
      <LoadTable loads={loads.slice(0, FIRST_SHOWN)} control={control} label="Loads" />
      {loads.length > FIRST_SHOWN && (
        <details>
          <summary>{loads.length - FIRST_SHOWN} older</summary>
          <LoadTable loads={loads.slice(FIRST_SHOWN)} control={control} label="Older loads" />
        </details>
      )}
    </>
  );
}

interface LoadTableProps {
  readonly loads: readonly StoredLoad[];
  readonly control: UndoControl;
  readonly label: string;
}

function LoadTable({ loads, control, label }: LoadTableProps) {
  return (
    <table className={styles['table']} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Dataset</th>
          <th scope="col">When</th>
          <th scope="col" className={styles['number']}>
            Evidence
          </th>
          <th scope="col">
            <span className="sr-only">Undo</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {loads.map((load) => (
          <tr key={load.id}>
            <td>
              <b>
                <bdi>{load.title}</bdi>
              </b>
              <span className={styles['quiet']}>
                {load.dataset}
                {load.isDone === false && `, stopped after row ${load.row.toLocaleString('en-GB')}`}
              </span>
            </td>
            <td>{toDate(load.startedAt)}</td>
            <td className={styles['number']}>{load.evidence?.toLocaleString('en-GB') ?? '–'}</td>
            <td>
              <UndoCell load={load} control={control} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function UndoCell({ load, control }: { readonly load: StoredLoad; readonly control: UndoControl }) {
  const { undo, ask, keep, confirm } = control;
  if (undo.status === 'running' && undo.load === load.id)
    return (
      <progress className={styles['bar']} aria-label={`Undoing ${load.title}`} max={1} value={undo.share} />
    );
  if (undo.status === 'asking' && undo.load === load.id)
    return (
      <div role="group" aria-label={`Undo ${load.title}?`} className={styles['confirm']}>
        <span>Undo what only this load said?</span>
        <button type="button" className={styles['danger']} autoFocus onClick={() => void confirm(load)}>
          Take it back
        </button>
        <button type="button" className="push-button" onClick={keep}>
          Keep it
        </button>
      </div>
    );
  return (
    <button
      type="button"
      className="text-button"
      aria-label={`Undo ${load.title}`}
      disabled={undo.status === 'running'}
      onClick={() => {
        ask(load.id);
      }}
    >
      Undo
    </button>
  );
}

function toDate(text: string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? '–' : date.format(at);
}
