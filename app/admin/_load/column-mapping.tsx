'use client';

import { useId, useState, type SyntheticEvent } from 'react';

import type { ColumnQuestion, Mapping } from '@/lib/model/mapping';

import { toMapping, toTable, type Said } from './said-columns';
import styles from './load.module.css';

interface ColumnMappingProps {
  readonly path: string;
  readonly question: ColumnQuestion;
  readonly onSay: (mapping: Mapping, isKept: boolean) => void;
}

/** A table with a choice over each column: what it holds. Below, the first rows as they would then be read. */
export function ColumnMapping({ path, question, onSay }: ColumnMappingProps) {
  const [said, setSaid] = useState<Said>(() => toSaid(question));
  const [isKept, setIsKept] = useState(false);
  const id = useId();
  const { names, rows } = toTable(question, said.hasHeader);
  const missing = ['subject', 'object'].filter((field) => !said.fields.includes(field));
  const hasRelation = said.fields.includes('relation');

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (missing.length === 0) onSay(toMapping(said, names), isKept);
  }

  return (
    <form className={styles['mapping']} aria-label={`Columns of ${path}`} onSubmit={submit}>
      <div
        className={styles['mappingScroller']}
        tabIndex={0}
        role="group"
        aria-label="Columns and first rows"
      >
        <table>
          <thead>
            <tr>
              {names.map((name, at) => (
                <th key={at} scope="col">
                  <label className="sr-only" htmlFor={`${id}-${at}`}>
                    Column {name} holds
                  </label>
                  <select
                    id={`${id}-${at}`}
                    value={said.fields[at] ?? ''}
                    data-chosen={said.fields[at] === undefined ? undefined : true}
                    onChange={({ target }) => {
                      setSaid(choose(said, at, target.value));
                    }}
                  >
                    <option value="">not read</option>
                    {question.fields.map((field) => (
                      <option key={field} value={field}>
                        {field.replaceAll('_', ' ')}
                      </option>
                    ))}
                  </select>
                  <span dir="auto">{said.hasHeader ? name : `column ${name}`}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {names.map((_, column) => (
                  <td key={column} dir="auto">
                    {row[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles['mappingChoices']}>
        <label>
          <input
            type="checkbox"
            checked={said.hasHeader}
            onChange={({ target }) => {
              setSaid({ ...said, hasHeader: target.checked });
            }}
          />{' '}
          The first line names the columns
        </label>
        {!hasRelation && (
          <label>
            Relation of each row{' '}
            <input
              type="text"
              value={said.relation}
              placeholder="related to"
              onChange={({ target }) => {
                setSaid({ ...said, relation: target.value });
              }}
            />
          </label>
        )}
        <label>
          <input
            type="checkbox"
            checked={isKept}
            onChange={({ target }) => {
              setIsKept(target.checked);
            }}
          />{' '}
          Remember this for files with these columns
        </label>
      </div>
      <Sentences said={said} rows={rows} />
      <div className={styles['act']}>
        <button type="submit" className="push-button" disabled={missing.length > 0}>
          Read it like this
        </button>
        <p className={styles['quiet']} role="status">
          {missing.length > 0 &&
            `Choose the column that holds the ${missing.join(', and the one with the ')}.`}
        </p>
      </div>
    </form>
  );
}

/** What would be said: each row as a sentence. */
function Sentences({ said, rows }: { readonly said: Said; readonly rows: readonly (readonly string[])[] }) {
  const cellOf = (field: string, row: readonly string[]): string => row[said.fields.indexOf(field)] ?? '';
  const relationOf = (row: readonly string[]): string =>
    said.fields.includes('relation') ? cellOf('relation', row) : said.relation || 'related to';
  if (!said.fields.includes('subject') || !said.fields.includes('object')) return null;
  return (
    <ol className={styles['sentences']} aria-label="It would then say">
      {rows.map((row, at) => (
        <li key={at} dir="auto">
          {cellOf('subject', row)} <b>{relationOf(row)}</b> {cellOf('object', row)}
        </li>
      ))}
    </ol>
  );
}

function toSaid({ columns, guess }: ColumnQuestion): Said {
  const entries = Object.entries(guess.columns);
  const fields = columns.map(
    (name, at) => entries.find(([, column]) => column === name || column === String(at + 1))?.[0],
  );
  const same = /^"(?<text>.*)"$/su.exec(guess.columns['relation'] ?? '')?.groups?.['text'] ?? '';
  return { hasHeader: guess.header !== false, fields, relation: same };
}

/** A field is in one column: chosen for another, it leaves the one where it was. */
function choose(said: Said, at: number, field: string): Said {
  const fields = said.fields.map((each, place) => {
    if (place === at) return field === '' ? undefined : field;
    return each === field ? undefined : each;
  });
  return { ...said, fields };
}
