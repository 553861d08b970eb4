'use client';

import { countOf } from '../../_ui/count-of';
import { sizeOf } from '../../_ui/size-of';

import { cancel, type LoadRun } from './load-run';
import styles from './load.module.css';

type Running = Extract<LoadRun, { status: 'running' }>;

const titles = { look: 'Looking through', load: 'Loading' } as const;

/** How far a preview or a load has come, and the way to end it. */
export function RunProgress({ run }: { readonly run: Running }) {
  const { act, files, progress } = run;
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  const what = `${countOf(files.length, 'file', 'files')}, ${sizeOf(bytes)}`;
  return (
    <section className={styles['card']} aria-label="Progress">
      <div className={styles['cardHead']}>
        <h2>{progress ? titles[act] : 'Sending'}</h2>
        <p className={styles['quiet']}>{what}</p>
        <button type="button" className="push-button" onClick={cancel}>
          Cancel
        </button>
      </div>
      <progress
        className={styles['bar']}
        aria-label={progress ? titles[act] : 'Sending'}
        max={1}
        {...(progress && !progress.opening && { value: progress.share })}
      />
      <p className="number" role="status">
        {progress ? tellProgress(progress) : 'The files are being sent to the server.'}
      </p>
      {act === 'load' && (
        <p className={styles['quiet']}>
          You can explore the graph meanwhile; keep this tab open. If you cancel, what was stored stays and
          can be undone.
        </p>
      )}
    </section>
  );
}

function tellProgress({ rows, share, opening }: NonNullable<Running['progress']>): string {
  if (opening) return `${sizeOf(opening.bytes)} of ${opening.path} read`;
  return `${countOf(rows, 'row', 'rows')}, ${Math.floor(share * 100)} %`;
}
