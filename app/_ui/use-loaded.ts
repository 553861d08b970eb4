'use client';

import { useCallback, useEffect, useState } from 'react';

import { EntenteError } from '@/lib/model/entente-error';

export type Loaded<Value> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: Value }
  | { readonly status: 'failed'; readonly failure: EntenteError; readonly retry: () => void };

type Settled<Value> =
  | { readonly status: 'ready'; readonly value: Value }
  | { readonly status: 'failed'; readonly failure: EntenteError };

/**
 * Asks for what `load` gives, again whenever `load` is another function (wrap it in `useCallback`) and on `retry`. An answer that
 * comes after the question has changed is dropped.
 */
export function useLoaded<Value>(load: (signal: AbortSignal) => Promise<Value>): Loaded<Value> {
  const [attempt, setAttempt] = useState(0);
  const [settled, setSettled] = useState<{ load: typeof load; attempt: number; result: Settled<Value> }>();

  useEffect(() => {
    const controller = new AbortController();
    const settle = (result: Settled<Value>) => {
      if (!controller.signal.aborted) setSettled({ load, attempt, result });
    };
    load(controller.signal).then(
      (value) => {
        settle({ status: 'ready', value });
      },
      (error: unknown) => {
        settle({ status: 'failed', failure: toFailure(error) });
      },
    );
    return () => {
      controller.abort();
    };
  }, [load, attempt]);

  const retry = useCallback(() => {
    setAttempt((before) => before + 1);
  }, []);
  if (settled?.load !== load || settled.attempt !== attempt) return { status: 'loading' };
  return settled.result.status === 'failed' ? { ...settled.result, retry } : settled.result;
}

function toFailure(error: unknown): EntenteError {
  if (error instanceof EntenteError) return error;
  return new EntenteError('unavailable', 'This could not be shown. Reload the page, then try again.', {
    cause: error,
  });
}
