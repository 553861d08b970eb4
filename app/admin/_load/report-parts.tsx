'use client';

import { Fragment, type ReactNode } from 'react';

import type { LoadReport } from '@/lib/api/datasets-endpoint';

import type { ColumnQuestion } from '@/lib/model/mapping';

import { countOf } from '../../_ui/count-of';

import styles from './load.module.css';

const REASONS_SHOWN = 8;

interface RecognisedInputsProps extends Pick<LoadReport, 'inputs'> {
  /** What a person can say otherwise about the columns of a table. */
  readonly changeOf: (path: string, layout: ColumnQuestion) => ReactNode;
}

/** What was recognised in each path: the dataset, which column is what, and its first rows as sentences. */
export function RecognisedInputs({ inputs, changeOf }: RecognisedInputsProps) {
  return inputs.map(({ path, dataset, format, columns, sentences, layout }) => (
    <section key={path} className={styles['input']} aria-label={path}>
      <h3>
        <bdi>{path}</bdi>
      </h3>
      <p className={styles['quiet']}>
        {capitalise(format)}, as dataset <b>{dataset}</b>
      </p>
      {columns.length > 0 && (
        <ul className={styles['columns']} aria-label="Columns">
          {columns.map(({ field, column }) => (
            <li key={`${field} ${column}`}>
              <b>{field.replaceAll('_', ' ')}</b> <span aria-label="is read from">←</span>{' '}
              <code>{column}</code>
            </li>
          ))}
        </ul>
      )}
      {sentences.length > 0 && (
        <ol className={styles['sentences']} aria-label="First rows">
          {sentences.map((sentence, at) => (
            <li key={at} dir="auto">
              {sentence}
            </li>
          ))}
        </ol>
      )}
      {layout && (
        <details>
          <summary>Change what each column holds</summary>
          {changeOf(path, layout)}
        </details>
      )}
    </section>
  ));
}

/** The numbers of a run: what is new, what was there, what was refused. `isPreview`: nothing is stored yet. */
export function RunCounts({
  report,
  isPreview,
}: {
  readonly report: LoadReport;
  readonly isPreview: boolean;
}) {
  const { created, unchanged, rejected, read, seconds } = report;
  return (
    <dl className={styles['counts']}>
      <div>
        <dt>{isPreview ? 'Would be new' : 'New'}</dt>
        <dd>
          <b className="number">{countOf(created.evidence, 'piece', 'pieces')}</b> of evidence
          <span className={styles['quiet']}>{describeParts(created)}</span>
        </dd>
      </div>
      <div>
        <dt>There already</dt>
        <dd>
          <b className="number">{countOf(unchanged, 'row', 'rows')}</b>
          <span className={styles['quiet']}>
            of {countOf(read, 'row', 'rows')} read in {seconds.toLocaleString('en-GB')} s
          </span>
        </dd>
      </div>
      <div data-refused={rejected > 0 || undefined}>
        <dt>Refused</dt>
        <dd>
          <b className="number">{countOf(rejected, 'row', 'rows')}</b>
          <span className={styles['quiet']}>{rejected === 0 ? 'all can be loaded' : 'reasons below'}</span>
        </dd>
      </div>
    </dl>
  );
}

/** Why rows were refused, grouped; then the first of them, and all as a file. */
export function RefusedRows({
  reasons,
  shownRejects,
  rejected,
  rejects,
}: Pick<LoadReport, 'reasons' | 'shownRejects' | 'rejected' | 'rejects'>) {
  if (rejected === 0) return null;
  return (
    <section className={styles['refused']} aria-label="Refused rows">
      <h3>Why rows are refused</h3>
      <ul>
        {reasons.slice(0, REASONS_SHOWN).map(({ count, column, reason, varies }) => (
          <li key={`${column} ${reason}`}>
            <b className="number">{countOf(count, 'row', 'rows')}</b>
            {column !== '' && <code>{column}</code>}
            <span dir="auto">
              {reason}
              {varies && count > 1 ? ', and similar' : ''}
            </span>
          </li>
        ))}
      </ul>
      {reasons.length > REASONS_SHOWN && (
        <p className={styles['quiet']}>and {reasons.length - REASONS_SHOWN} more kinds of reasons</p>
      )}
      <details>
        <summary>
          {rejected > shownRejects.length ? `The first ${shownRejects.length}` : 'Each of them'}
        </summary>
        <ol className={styles['rejects']}>
          {shownRejects.map(({ file, line, column, reason }, at) => (
            <li key={at}>
              <code>
                {file}:{line}
              </code>{' '}
              {column !== '' && <code>{column}</code>} <span dir="auto">{reason}</span>
            </li>
          ))}
        </ol>
      </details>
      {rejects && (
        <p>
          <a href={`/api/admin/rejects/${encodeURIComponent(rejects.id)}`} download={rejects.name}>
            Refused rows as CSV
          </a>{' '}
          <span className={styles['quiet']}>to correct and load again</span>
        </p>
      )}
    </section>
  );
}

interface RunNotesProps extends Pick<LoadReport, 'failures' | 'skipped' | 'notices'> {
  /** What a person can say about a path that was not loaded; undefined once it is too late. */
  readonly answerTo?: (failure: LoadReport['failures'][number]) => ReactNode;
}

/** What could not be loaded at all, and what one should know besides. */
export function RunNotes({ failures, skipped, notices, answerTo }: RunNotesProps) {
  const unread = [...failures, ...skipped];
  return (
    <>
      {unread.length > 0 && (
        <section className={styles['failures']} role="alert">
          <h3>{unread.length === 1 ? 'One was not read' : `${unread.length} were not read`}</h3>
          <ul>
            {unread.map((failure) => (
              <li key={failure.path}>
                <b>
                  <bdi>{failure.path}</bdi>
                </b>
                : {failure.message}
              </li>
            ))}
          </ul>
        </section>
      )}
      {answerTo && unread.map((failure) => <Fragment key={failure.path}>{answerTo(failure)}</Fragment>)}
      {notices.length > 0 && (
        <section>
          <h3>To know</h3>
          <ul className={styles['notices']}>
            {notices.map((notice, at) => (
              <li key={at}>{notice}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** "12 entities, 40 relations, 55 pieces of evidence": only what there is. */
export function describeParts(created: LoadReport['created']): string {
  const { entities, relations, documents, passages } = created;
  const parts = [
    entities > 0 && countOf(entities, 'entity', 'entities'),
    relations > 0 && countOf(relations, 'relation', 'relations'),
    documents > 0 && countOf(documents, 'document', 'documents'),
    passages > 0 && countOf(passages, 'passage', 'passages'),
  ].filter((part) => part !== false);
  return parts.join(', ');
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
