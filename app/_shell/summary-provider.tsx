'use client';

import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';

import { call } from '@/lib/api/call';
import { summaryEndpoint } from '@/lib/api/summary-endpoint';
import type { Summary } from '@/lib/model/summary';

import { useLoaded, type Loaded } from '../_ui/use-loaded';

const SummaryContext = createContext<Loaded<Summary>>({ status: 'loading' });
const ReloadContext = createContext<() => void>(() => {});

/** Asks once what the store holds, and again when it has changed; the header and the panes tell it. */
export function SummaryProvider({ children }: { readonly children: ReactNode }) {
  const [visit, setVisit] = useState(0);
  const summary = useLoaded(useCallback((signal: AbortSignal) => loadSummary(visit, signal), [visit]));
  const reload = useCallback(() => {
    setVisit((before) => before + 1);
  }, []);
  return (
    <ReloadContext value={reload}>
      <SummaryContext value={summary}>{children}</SummaryContext>
    </ReloadContext>
  );
}

export function useSummary(): Loaded<Summary> {
  return useContext(SummaryContext);
}

/** Returns a function that reloads the summary. */
export function useReloadSummary(): () => void {
  return useContext(ReloadContext);
}

/** `visit` only makes this another question each time. */
function loadSummary(_visit: number, signal: AbortSignal): Promise<Summary> {
  return call(summaryEndpoint, {}, { signal });
}
