/** What an input calls what it gives an address: a text may have no more than "he". */
import { toPassageText } from '../documents/passage-pieces';
import type { AnnotatedText, NamesOfAddress } from './annotated-text';
import { namesSomebody } from './place-spans';

export interface AddressSurvey {
  /** Counts the names of a text's spans with an address. */
  readonly add: (text: AnnotatedText) => void;
  readonly namesOf: NamesOfAddress;
}

const MOST_NAMES = 10;

/** Makes a survey that has seen nothing. What it gathers grows with the addresses and their names. */
export function surveyAddresses(): AddressSurvey {
  const names = new Map<string, Map<string, number>>();
  return {
    add: ({ spans }) => {
      for (const { address, quote, name } of spans) {
        const words = toPassageText(name ?? quote ?? '').trim();
        if (address === undefined || !namesSomebody(words)) continue;
        const counts = names.get(address) ?? new Map<string, number>();
        names.set(address, counts.set(words, (counts.get(words) ?? 0) + 1));
      }
    },
    namesOf: (address) =>
      [...(names.get(address) ?? [])]
        .sort(([, a], [, b]) => b - a)
        .slice(0, MOST_NAMES)
        .map(([name]) => name),
  };
}
