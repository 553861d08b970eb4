const PROFILE = 'PROFILE';

/**
 * Prepares a statement for looking at its plan. Neo4j accepts only one of EXPLAIN and PROFILE, so a
 * leading PROFILE is replaced by as many spaces.
 * @param text - the statement
 */
export function toExplained(text: string): string {
  const start = skipBlank(text);
  const end = start + PROFILE.length;
  if (text.slice(start, end).toUpperCase() !== PROFILE || /\w/u.test(text.charAt(end))) return text;
  return `${text.slice(0, start)}${' '.repeat(PROFILE.length)}${text.slice(end)}`;
}

/** Where the statement begins behind white space and comments. */
function skipBlank(text: string): number {
  let index = 0;
  for (;;) {
    const before = index;
    while (/\s/u.test(text.charAt(index))) index += 1;
    if (text.startsWith('//', index)) index = after(text, '\n', index);
    else if (text.startsWith('/*', index)) index = after(text, '*/', index + 2);
    if (index === before) return index;
  }
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}
