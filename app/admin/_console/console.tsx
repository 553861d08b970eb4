'use client';

import { useState } from 'react';

import styles from './console.module.css';
import { CypherEditor } from './cypher-editor';
import { ParametersForm } from './parameters-form';
import { ResultPane } from './result-pane';
import { SchemaPane } from './schema-pane';
import { findParameterNames, parseParameters, type ParameterTexts } from './statement-parameters';
import { toExplorerSearch } from './to-explorer-search';
import { useRun, type Run } from './use-run';

const FIRST_STATEMENT = `MATCH (a:Entity)-[r:ACCUSED]->(b:Entity)
RETURN a, r, b`;

interface ConsoleProps {
  readonly onExpired: () => void;
}

/** A statement, its parameters and what it gives. Reads only: the server lets nothing else through. */
export function Console({ onExpired }: ConsoleProps) {
  const [text, setText] = useState(FIRST_STATEMENT);
  const [texts, setTexts] = useState<ParameterTexts>({});
  const [ranText, setRanText] = useState('');
  const { run, start, cancel } = useRun(onExpired);
  const names = findParameterNames(text);
  const { values, wrong } = parseParameters(names, texts);

  const onRun = () => {
    if (wrong.length > 0 || text.trim() === '') return;
    setRanText(text);
    void start({ query: text, parameters: values });
  };
  return (
    <div className={styles['admin']}>
      <SchemaPane onPick={setText} />
      <div className={styles['centre']}>
        <section className={styles['editor']} aria-label="Statement">
          <h1 className="sr-only">Cypher console</h1>
          <div className={styles['mode']}>
            <b>Read only</b>
            <span>Nothing that runs here can change the graph.</span>
            <div className={styles['act']}>
              <kbd>Ctrl Enter</kbd>
              {run.status === 'running' ? (
                <button type="button" className={styles['primary']} onClick={cancel}>
                  Cancel
                </button>
              ) : (
                <button
                  type="button"
                  className={styles['primary']}
                  onClick={onRun}
                  disabled={wrong.length > 0}
                >
                  Run
                </button>
              )}
            </div>
          </div>
          <CypherEditor text={text} fault={toFault(run, ranText === text)} onChange={setText} onRun={onRun} />
          <ParametersForm names={names} texts={texts} wrong={wrong} onChange={setTexts} />
        </section>
        <ResultPane run={run} toExplorer={toExplorerSearch} />
      </div>
    </div>
  );
}

/** The place of a failure holds only while the text is the one that ran. */
function toFault(run: Run, isSameText: boolean) {
  if (!isSameText || run.status !== 'failed' || !run.failure.position) return undefined;
  return { position: run.failure.position, message: run.failure.message };
}
