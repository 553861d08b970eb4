'use client';

import Link from 'next/link';

import type { LoadReport } from '@/lib/api/datasets-endpoint';
import type { LoadableFormats } from '@/lib/api/formats-endpoint';

import type { ColumnQuestion } from '@/lib/model/mapping';

import { countOf } from '../../_ui/count-of';
import { Notice } from '../../_ui/notice';

import { ColumnMapping } from './column-mapping';
import { load, look, reset, type LoadRun } from './load-run';
import styles from './load.module.css';
import { describeParts, RecognisedInputs, RefusedRows, RunCounts, RunNotes } from './report-parts';

type Seen = Extract<LoadRun, { status: 'seen' }>;

interface PreviewProps {
  readonly run: Seen;
  readonly formats: LoadableFormats['formats'];
}

/** What a load of these files would do, and the one click that does it. */
export function Preview({ run, formats }: PreviewProps) {
  const { report, files, datasetFormat, mappings = {}, keepsMappings = false, idsAsNames = false } = run;
  const said = { mappings, keepsMappings, idsAsNames };
  const picked = { ...said, files, datasetFormat };
  const mappingOf = (path: string, question: ColumnQuestion) => (
    <ColumnMapping
      path={path}
      question={question}
      onSay={(mapping, isKept) => {
        look({
          ...picked,
          mappings: { ...mappings, [path]: mapping },
          keepsMappings: keepsMappings || isKept,
        });
      }}
    />
  );
  const isLoadable = report.inputs.length > 0 && report.read > report.rejected;
  return (
    <section className={styles['card']} aria-label="Preview">
      <div className={styles['cardHead']}>
        <h2>{report.inputs.length > 0 ? 'Before loading' : 'Nothing to load was found'}</h2>
        <label className={styles['format']}>
          Read as
          <select
            value={datasetFormat ?? ''}
            onChange={({ target }) => {
              look({ ...said, files, datasetFormat: target.value === '' ? undefined : target.value });
            }}
          >
            <option value="">what is recognised</option>
            {formats.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
      </div>
      <RunNotes
        {...report}
        answerTo={({ path, question, isNameless }) => {
          if (question) return mappingOf(path, question);
          return (
            isNameless && (
              <UseIds
                onUse={() => {
                  look({ ...picked, idsAsNames: true });
                }}
              />
            )
          );
        }}
      />
      <RecognisedInputs inputs={report.inputs} changeOf={mappingOf} />
      {report.inputs.length > 0 && <RunCounts report={report} isPreview />}
      <RefusedRows {...report} />
      <div className={styles['act']}>
        {isLoadable && (
          <button type="button" className={styles['primary']} onClick={load}>
            Load
          </button>
        )}
        <p className={styles['promise']}>{isLoadable ? describePromise(report) : describeObstacle(report)}</p>
        <button type="button" className="push-button" onClick={reset}>
          Discard
        </button>
      </div>
    </section>
  );
}

function UseIds({ onUse }: { readonly onUse: () => void }) {
  return (
    <p>
      <button type="button" className="push-button" onClick={onUse}>
        These are the names
      </button>
    </p>
  );
}

interface LoadedProps {
  readonly report: LoadReport;
  readonly onUndo: (load: string) => void;
}

/** What a load did, and where to go from there. */
export function Loaded({ report, onUndo }: LoadedProps) {
  const { inputs, failures, skipped } = report;
  return (
    <section className={styles['card']} aria-label="Report">
      <div className={styles['cardHead']}>
        <h2>{failures.length + skipped.length > 0 ? 'Loaded, but not all' : 'Loaded'}</h2>
        <p role="status" className={styles['quiet']}>
          <span className="sr-only">Loaded: </span>
          {inputs.map(({ path }) => path).join(', ')}
        </p>
      </div>
      <RunNotes {...report} />
      <RunCounts report={report} isPreview={false} />
      {report.resumed > 0 && (
        <p className={styles['quiet']}>
          {countOf(report.resumed, 'row was', 'rows were')} stored by an earlier run, which this one resumed.
        </p>
      )}
      <RefusedRows {...report} />
      <div className={styles['act']}>
        <Link className={styles['primary']} href="/">
          Open the explorer
        </Link>
        <button type="button" className="push-button" onClick={reset}>
          Load more
        </button>
        {inputs.map(({ load: id, dataset }) => (
          <button
            key={id}
            type="button"
            className="push-button"
            onClick={() => {
              onUndo(id);
            }}
          >
            {inputs.length > 1 ? `Undo ${dataset}` : 'Undo this load'}
          </button>
        ))}
      </div>
    </section>
  );
}

/** A run that did not come to its end. */
export function Broken({
  run,
}: {
  readonly run: Extract<LoadRun, { status: 'failed' }> | Extract<LoadRun, { status: 'cancelled' }>;
}) {
  const { act } = run;
  const again =
    act === 'look'
      ? () => {
          look(run);
        }
      : load;
  return (
    <section className={styles['card']} role="alert">
      <Notice title={run.status === 'cancelled' ? 'Cancelled' : toTitle(act)}>
        {run.status === 'failed' && <p>{run.failure.message}</p>}
        {act === 'load' && (
          <p>
            What was stored stays, and is in the list below, where it can be undone. Loading the same files
            again continues after it.
          </p>
        )}
        <div className={styles['buttons']}>
          <button type="button" className="push-button" onClick={again}>
            Try again
          </button>
          <button type="button" className="push-button" onClick={reset}>
            Discard
          </button>
        </div>
      </Notice>
    </section>
  );
}

function toTitle(act: 'look' | 'load'): string {
  return act === 'look' ? 'The files could not be previewed' : 'The load did not finish';
}

function describePromise({ created, rejected }: LoadReport): string {
  const parts = describeParts(created);
  const left = rejected > 0 ? ` ${countOf(rejected, 'row is', 'rows are')} left out.` : '';
  if (created.evidence === 0 && parts === '') return `All of it is in the graph already.${left}`;
  const evidence = `${countOf(created.evidence, 'piece', 'pieces')} of evidence`;
  return `Adds ${[evidence, parts].filter((part) => part !== '').join(', ')}.${left}`;
}

function describeObstacle({ inputs }: LoadReport): string {
  return inputs.length === 0
    ? 'Say what the files are or what each column holds, or drop others.'
    : 'No row can be loaded. Correct the file, then drop it again.';
}
