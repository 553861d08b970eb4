'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

import { callCypher } from '@/lib/api/call-cypher';
import type { CypherSummary } from '@/lib/model/cypher-event';
import { EntenteError } from '@/lib/model/entente-error';

import { isSignedOut } from '../_session/is-signed-out';

export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

export type Run =
  | { readonly status: 'idle' }
  | ({ readonly status: 'running' } & Rows)
  | ({ readonly status: 'done'; readonly summary: CypherSummary } & Rows)
  | ({ readonly status: 'cancelled' } & Rows)
  | ({ readonly status: 'failed'; readonly failure: EntenteError } & Rows);

export interface Statement {
  readonly query: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

const NOTHING: Rows = { columns: [], rows: [] };
/** How often arriving rows are put on the screen. */
const REPAINT_MS = 100;

/** Runs one statement at a time and keeps what came of it. Cancelling, and leaving the page, end it in the engine too. */
export function useRun(onExpired: () => void) {
  const [run, setRun] = useState<Run>({ status: 'idle' });
  const running = useRef<AbortController>(undefined);

  const cancel = useCallback(() => {
    running.current?.abort();
  }, []);
  useEffect(() => cancel, [cancel]);

  const start = useCallback(
    async (statement: Statement) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const show = (next: Run) => {
        if (running.current === controller) setRun(next);
      };
      const failure = await follow(statement, controller.signal, show);
      if (failure?.failure === 'forbidden' && failure.position === undefined && isSignedOut(failure))
        onExpired();
    },
    [onExpired],
  );
  return { run, start, cancel };
}

async function follow(
  statement: Statement,
  signal: AbortSignal,
  show: (run: Run) => void,
): Promise<EntenteError | undefined> {
  let table = NOTHING;
  const rows: unknown[][] = [];
  let painted = 0;
  show({ status: 'running', ...table });
  try {
    for await (const event of callCypher({ ...statement, mode: 'read' }, { signal })) {
      if ('columns' in event) table = { columns: event.columns, rows };
      if ('row' in event) rows.push(event.row);
      if ('summary' in event) show({ status: 'done', ...table, rows: [...rows], summary: event.summary });
      else if (Date.now() - painted > REPAINT_MS) {
        painted = Date.now();
        show({ status: 'running', ...table, rows: [...rows] });
      }
    }
    return undefined;
  } catch (error) {
    if (signal.aborted) {
      show({ status: 'cancelled', ...table, rows: [...rows] });
      return undefined;
    }
    if (!(error instanceof EntenteError)) throw error;
    show({ status: 'failed', ...table, rows: [...rows], failure: error });
    return error;
  }
}
