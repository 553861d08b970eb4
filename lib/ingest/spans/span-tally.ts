import type { FittedSpan } from './fit-span';

/** How spans were fitted to their texts, to be told. */
export interface SpanTally {
  /** Counts a span and returns it. */
  count(fitted: FittedSpan): FittedSpan;
  readonly notices: () => readonly string[];
}

type How = Extract<FittedSpan, { how: unknown }>['how'];

const sentences: readonly (readonly [How, (many: string) => string])[] = [
  ['utf16', (many) => `${many} counted UTF-16 code units; converted to characters.`],
  ['byte', (many) => `${many} counted UTF-8 bytes; converted to characters.`],
  [
    'found',
    (many) => `${many} did not match their words; the nearest occurrence of the same words was used.`,
  ],
];

export function createSpanTally(): SpanTally {
  const counts = new Map<How, number>();
  return {
    count: (fitted) => {
      if ('how' in fitted) counts.set(fitted.how, (counts.get(fitted.how) ?? 0) + 1);
      return fitted;
    },
    notices: () =>
      sentences.flatMap(([how, toSentence]) => {
        const count = counts.get(how) ?? 0;
        return count === 0 ? [] : [toSentence(count === 1 ? 'One span' : `${count} spans`)];
      }),
  };
}
