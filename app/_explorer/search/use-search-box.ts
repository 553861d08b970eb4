'use client';

import { useEffect, useState, type KeyboardEvent } from 'react';

import { findBest, toSearchOptions, type SearchOption } from './search-options';
import { useChoose } from './use-choose';
import { useSearch, type Found } from './use-search';

interface SearchBoxState {
  readonly text: string;
  readonly found: Found;
  readonly options: readonly SearchOption[];
  /** What Enter goes to. */
  readonly best: SearchOption | undefined;
  /** The text that Enter was pressed at before its answer had come. */
  readonly awaited: string | undefined;
  readonly type: (text: string) => void;
  readonly go: (option: SearchOption) => void;
  readonly press: (event: KeyboardEvent) => void;
}

/** What is typed, found and waited for. Esc and typing on call off what Enter waits for. */
export function useSearchBox(): SearchBoxState {
  const choose = useChoose();
  const [text, setText] = useState('');
  const [awaited, setAwaited] = useState<string>();
  const [visits, setVisits] = useState(0);

  const type = (typed: string) => {
    setText(typed);
    setAwaited(undefined);
  };
  const go = (option: SearchOption) => {
    type('');
    if (option.group !== 'Relations') setVisits(visits + 1);
    choose(option);
  };
  const found = useSearch(text, {
    isUrgent: awaited !== undefined,
    onAnswer: (answer) => {
      if (awaited === undefined) return;
      setAwaited(undefined);
      const first = findBest(toOptions(answer), awaited);
      if (first) go(first);
    },
  });
  const options = toOptions(found);
  const best = findBest(options, text);

  /** The keys go on where the evidence is. */
  useEffect(() => {
    if (visits > 0) document.querySelector<HTMLElement>('.evidence-pane')?.focus({ preventScroll: true });
  }, [visits]);

  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setAwaited(undefined);
    if (!isForBest(event) || text.trim() === '') return;
    event.preventDefault();
    event.stopPropagation();
    if (best) go(best);
    else if (found.status === 'searching') setAwaited(text.trim());
  };
  return { text, found, options, best, awaited, type, go, press };
}

function toOptions(found: Found): readonly SearchOption[] {
  return found.status === 'found' ? toSearchOptions(found.result) : [];
}

/** Enter, unless somebody has walked to an option: that one is meant. */
function isForBest({ key, target, nativeEvent }: KeyboardEvent): boolean {
  if (key !== 'Enter' || nativeEvent.isComposing || !(target instanceof Element)) return false;
  return !target.getAttribute('aria-activedescendant');
}
