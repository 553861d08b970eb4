/** Letters with marks that only their accents tell apart, in the scripts where people leave accents out. */
const ACCENTED = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;
/** ASCII words with single spaces between them: only their case is folded. */
const PLAIN = /^[\u0021-\u007e]+(?: [\u0021-\u007e]+)*$/u;

/**
 * The form under which names are told to be the same: Unicode form NFC, without case, with single spaces, and without accents on
 * Latin and Greek letters. Marks of other scripts stay, since there they make other letters: か is not が, и is not й.
 */
export function foldName(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  return name
    .trim()
    .replace(/\s+/gu, ' ')
    .toLowerCase()
    .normalize('NFD')
    .replace(ACCENTED, '$1')
    .normalize('NFC');
}
