import type { AnnotatedSpan } from '../../annotations/annotated-text';
import { toList } from '../../json/json-value';
import { joinTokens, type JoinedTokens } from '../../spans/join-tokens';

/** A span by tokens: the first, and the one behind the last. */
export interface TokenSpan {
  readonly id: string;
  readonly label: string;
  readonly first: number | undefined;
  readonly behind: number | undefined;
}

/** Returns a sentence of tokens as people write it; undefined where a value is no list of tokens. */
export function readTokens(value: unknown): JoinedTokens | undefined {
  const tokens = toList(value).filter((token) => typeof token === 'string');
  return tokens.length > 0 && tokens.length === toList(value).length ? joinTokens(tokens) : undefined;
}

/** Returns the span in characters of the sentence; without a place where there are no such tokens. */
export function toCharacterSpan(
  { tokens }: JoinedTokens,
  { id, label, first, behind }: TokenSpan,
): AnnotatedSpan {
  const [from, to] = [tokens[first ?? -1], tokens[(behind ?? 0) - 1]];
  return { id, label, start: from?.start, end: to?.end };
}
