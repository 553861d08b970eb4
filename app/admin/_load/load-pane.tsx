'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';

import { call } from '@/lib/api/call';
import type { PickedFile } from '@/lib/api/call-datasets';
import { loadsEndpoint } from '@/lib/api/datasets-endpoint';
import { formatsEndpoint, type LoadableFormats } from '@/lib/api/formats-endpoint';
import { LoadId } from '@/lib/model/ids';

import { useReloadSummary } from '../../_shell/summary-provider';
import { sizeOf } from '../../_ui/size-of';
import { useLoaded } from '../../_ui/use-loaded';
import { isSignedOut } from '../_session/is-signed-out';

import { FilePicker } from './file-picker';
import { loadRun, look, reset, type LoadRun } from './load-run';
import styles from './load.module.css';
import { PastLoads } from './past-loads';
import { Broken, Loaded, Preview } from './run-outcome';
import { RunProgress } from './run-progress';
import { useDrop } from './use-drop';
import { useUndo } from './use-undo';

const NO_LIMITS = { bytes: Number.POSITIVE_INFINITY, files: Number.POSITIVE_INFINITY };

/** Files in: dropped or chosen, looked through, loaded, and taken back. */
export function LoadPane({ onExpired }: { readonly onExpired: () => void }) {
  const run = useSyncExternalStore(loadRun.subscribe, loadRun.getState, loadRun.getState);
  const formats = useLoaded(loadFormats);
  const [visit, setVisit] = useState(0);
  const [tooMuch, setTooMuch] = useState('');
  const loads = useLoaded(useCallback((signal: AbortSignal) => loadLoads(visit, signal), [visit]));
  const reloadSummary = useReloadSummary();
  const refresh = useCallback(() => {
    setVisit((before) => before + 1);
    reloadSummary();
  }, [reloadSummary]);
  const control = useUndo(() => {
    if (loadRun.getState().status === 'loaded') reset();
    refresh();
  });
  const limits = formats.status === 'ready' ? formats.value.limits : NO_LIMITS;

  const onPick = useCallback(
    (files: readonly PickedFile[]) => {
      const excess = findExcess(files, limits);
      setTooMuch(excess ?? '');
      if (files.length > 0 && excess === undefined && loadRun.getState().status !== 'running')
        look({ files, datasetFormat: undefined });
    },
    [limits],
  );
  const isOver = useDrop(onPick);
  useExpiry(run, onExpired);
  useRefresh(run, refresh);
  return (
    <div className={styles['page']}>
      <h1 className="page-title">Load</h1>
      <RunCard
        run={run}
        formats={formats.status === 'ready' ? formats.value.formats : []}
        onUndo={(id) => {
          control.ask(LoadId.parse(id));
        }}
      />
      {run.status !== 'running' && (
        <FilePicker isOver={isOver} isCompact={run.status !== 'idle'} onPick={onPick} />
      )}
      {tooMuch !== '' && (
        <p role="alert" className={styles['warning']}>
          {tooMuch}
        </p>
      )}
      {run.status === 'idle' && formats.status === 'ready' && <WhatCanBeLoaded {...formats.value} />}
      <PastLoads loads={loads} control={control} />
    </div>
  );
}

interface RunCardProps {
  readonly run: LoadRun;
  readonly formats: LoadableFormats['formats'];
  readonly onUndo: (load: string) => void;
}

function RunCard({ run, formats, onUndo }: RunCardProps) {
  switch (run.status) {
    case 'idle':
      return null;
    case 'running':
      return <RunProgress run={run} />;
    case 'seen':
      return <Preview run={run} formats={formats} />;
    case 'loaded':
      return <Loaded report={run.report} onUndo={onUndo} />;
    case 'cancelled':
    case 'failed':
      return <Broken run={run} />;
  }
}

function WhatCanBeLoaded({ formats, limits }: LoadableFormats) {
  return (
    <section className={styles['formats']} aria-label="What can be loaded">
      <h2>What can be loaded</h2>
      <ul>
        {formats.map(({ name, title }) => (
          <li key={name}>{title}</li>
        ))}
      </ul>
      <p className={styles['quiet']}>
        Each is recognised by its contents. Up to {sizeOf(limits.bytes)} and{' '}
        {limits.files.toLocaleString('en-GB')} files at once; for more there is <code>npm run load</code>.
      </p>
    </section>
  );
}

/** A session that has ended gives way to the sign-in form. */
function useExpiry(run: LoadRun, onExpired: () => void): void {
  useEffect(() => {
    if (run.status !== 'failed' || !isSignedOut(run.failure)) return;
    reset();
    onExpired();
  }, [run, onExpired]);
}

/** Whatever a load has come to, the graph may be another one. */
function useRefresh(run: LoadRun, refresh: () => void): void {
  const hasBroken = (run.status === 'cancelled' || run.status === 'failed') && run.act === 'load';
  const isOver = run.status === 'loaded' || hasBroken;
  useEffect(() => {
    if (isOver) refresh();
  }, [isOver, refresh]);
}

function findExcess(files: readonly PickedFile[], limits: LoadableFormats['limits']): string | undefined {
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  if (files.length === 0) return 'It contains no files. Drop files, or a folder that contains some.';
  if (bytes > limits.bytes)
    return `These files are ${sizeOf(bytes)}; ${sizeOf(limits.bytes)} can be sent at once. Load them with npm run load.`;
  if (files.length > limits.files)
    return `These are ${files.length.toLocaleString('en-GB')} files; ${limits.files.toLocaleString('en-GB')} can be sent at once. Zip them, or load them with npm run load.`;
  return undefined;
}

function loadFormats(signal: AbortSignal): Promise<LoadableFormats> {
  return call(formatsEndpoint, {}, { signal });
}

/** `visit` only makes this another question each time something was loaded or undone. */
function loadLoads(_visit: number, signal: AbortSignal) {
  return call(loadsEndpoint, {}, { signal });
}
