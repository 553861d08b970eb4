'use client';

import { useEffect, useEffectEvent, useState } from 'react';

import { call } from '@/lib/api/call';
import { searchEndpoint } from '@/lib/api/search-endpoint';
import type { SearchResult } from '@/lib/model/search-result';

export type Found =
  | { readonly status: 'idle' }
  | { readonly status: 'searching' }
  | { readonly status: 'found'; readonly result: SearchResult }
  | { readonly status: 'failed'; readonly message: string };

/** How long to wait for the next letter before asking. */
const PAUSE_MS = 120;
const HITS = 6;

interface SearchNeeds {
  /** It is asked for at once, not when typing pauses. */
  readonly isUrgent: boolean;
  readonly onAnswer: (found: Found) => void;
}

/** What is found for a text that is being typed; an answer to an earlier text is dropped. */
export function useSearch(text: string, { isUrgent, onAnswer }: SearchNeeds): Found {
  const [answer, setAnswer] = useState<{ readonly text: string; readonly found: Found }>();
  const wanted = text.trim();
  const isAnswered = answer?.text === wanted;
  const tell = useEffectEvent(onAnswer);

  useEffect(() => {
    if (wanted === '' || isAnswered) return undefined;
    const controller = new AbortController();
    const answerWith = (found: Found) => {
      if (controller.signal.aborted) return;
      setAnswer({ text: wanted, found });
      tell(found);
    };
    const timer = setTimeout(
      () => {
        call(searchEndpoint, { q: wanted, limit: HITS }, { signal: controller.signal }).then(
          (result) => {
            answerWith({ status: 'found', result });
          },
          (error: unknown) => {
            answerWith({ status: 'failed', message: error instanceof Error ? error.message : 'Try again.' });
          },
        );
      },
      isUrgent ? 0 : PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [wanted, isAnswered, isUrgent]);

  if (wanted === '') return { status: 'idle' };
  return isAnswered ? answer.found : { status: 'searching' };
}
