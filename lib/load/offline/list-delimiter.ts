import { EntenteError } from '@/lib/model/entente-error';

/** Control characters of ASCII that nobody writes, the separators first. Tab, line feed and carriage return are not among them. */
const CANDIDATES = [0x1f, 0x1e, 0x1d, 0x1c, ...Array.from({ length: 8 }, (_, code) => code + 1), 0x7f].map(
  (code) => String.fromCharCode(code),
);
const ANY_CANDIDATE = new RegExp(`[${CANDIDATES.join('')}]`, 'u');

/** Finds a character to stand between the elements of lists. */
export interface ListDelimiter {
  /** Texts that will stand in lists. */
  see(texts: readonly string[]): void;
  /**
   * Returns a character that occurred in none of the texts.
   * @throws `invalid` when all of them occurred
   */
  choose(): string;
}

export function createListDelimiter(): ListDelimiter {
  const free = new Set(CANDIDATES);
  return {
    see: (texts) => {
      for (const text of texts) {
        if (!ANY_CANDIDATE.test(text)) continue;
        for (const character of text) free.delete(character);
      }
    },
    choose: () => {
      const [first] = free;
      if (first !== undefined) return first;
      throw new EntenteError(
        'invalid',
        'The aliases of the entities use every control character, so none is left to separate them in a CSV file. Remove them from the input.',
      );
    },
  };
}
