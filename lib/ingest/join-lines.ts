const DENSE_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！”’）》」]$/u;
const DENSE_START = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！“‘（《「]/u;

/** In: two lines of a paragraph, trimmed. Out: them as one. Chinese and Japanese have no space between lines. */
export function joinLines(first: string, second: string): string {
  return DENSE_END.test(first) && DENSE_START.test(second) ? first + second : `${first} ${second}`;
}
