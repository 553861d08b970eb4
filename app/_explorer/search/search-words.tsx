import type { Found } from './use-search';

interface SearchWordsProps {
  readonly found: Found;
  /** What Enter waits for. */
  readonly awaited: string | undefined;
}

/** What the search says where it has nothing to list. */
export function SearchWords(props: SearchWordsProps) {
  return <p className="search-words">{tellSearch(props)}</p>;
}

/** Describes the state of the search; empty while it lists something. */
export function tellSearch({ found, awaited }: SearchWordsProps): string {
  switch (found.status) {
    case 'idle':
      return 'Type a name, an alias or a word of a passage.';
    case 'searching':
      return awaited === undefined ? 'Searching…' : `Searching for “${awaited}”; the best hit opens.`;
    case 'found': {
      const { total, leftOut } = found.result;
      if (total.entities + total.types + total.passages > 0) return '';
      return leftOut.length > 0
        ? `${tellCommon(leftOut)} Add a name or another word.`
        : 'Nothing has that name. Try part of it, or another spelling.';
    }
    case 'failed':
      return `The search did not answer. ${found.message}`;
  }
}

/** Says which words were left out of the search, and why. */
export function tellCommon(words: readonly string[]): string {
  const quoted = [...new Set(words)].map((word) => `“${word}”`);
  const last = quoted.at(-1) ?? '';
  const list = quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} and ${last}` : last;
  return `${list} ${quoted.length > 1 ? 'are' : 'is'} too common to search for.`;
}
