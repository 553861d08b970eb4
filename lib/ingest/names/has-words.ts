const WORDS = /[^\d.,\s+-]/u;

/** Whether a text says more than a number. */
export function hasWords(text: string): boolean {
  return WORDS.test(text);
}
