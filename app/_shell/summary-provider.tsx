'use client';

import { createContext, useContext, type ReactNode } from 'react';

import { call } from '@/lib/api/call';
import { summaryEndpoint } from '@/lib/api/summary-endpoint';
import type { Summary } from '@/lib/model/summary';

import { useLoaded, type Loaded } from '../_ui/use-loaded';

const SummaryContext = createContext<Loaded<Summary>>({ status: 'loading' });

/** Asks once what the store holds; the header and the panes tell it. */
export function SummaryProvider({ children }: { readonly children: ReactNode }) {
  const summary = useLoaded(loadSummary);
  return <SummaryContext value={summary}>{children}</SummaryContext>;
}

export function useSummary(): Loaded<Summary> {
  return useContext(SummaryContext);
}

function loadSummary(signal: AbortSignal): Promise<Summary> {
  return call(summaryEndpoint, {}, { signal });
}
