/** English words before a noun, and words that stand for a name. */
const POINTING = new Set(
  'the a an this that these those my mine your yours his her hers its our ours their theirs i me you he him she it we us they them who whom whose which what where when there here one ones another both all each myself himself herself itself themselves ourselves'.split(
    ' ',
  ),
);
const NAMING = /[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;

/**
 * Whether words name somebody or something, or only point there: "he", "which", "her husband", "The company". Those of scripts without
 * capitals name.
 */
export function isName(words: string): boolean {
  const all = words.trim().split(/\s+/u);
  const first = all.findIndex((word) => !POINTING.has(word.toLowerCase()));
  return first !== -1 && NAMING.test(all.slice(first).join(' '));
}
