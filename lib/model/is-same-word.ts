/** Below this, capitals make another word: US and us, WHO and Who, ISIS and Isis. */
const SHORTEST = 5;
const LETTER = /\p{L}/gu;

/**
 * Whether two names are the same word but for capitals and spaces, so that no evidence is needed to take them for one. A single word counts
 * only where it is long and begins with a capital in both: Turkey is not a turkey, but may be TURKEY. Accents make other words.
 */
export function isSameWord(a: string, b: string): boolean {
  const [left, right] = [toPlain(a), toPlain(b)];
  if (left === right) return true;
  if (left.toLowerCase() !== right.toLowerCase()) return false;
  return left.includes(' ') || (isCapitalised(left) && isCapitalised(right) && lengthOf(left) >= SHORTEST);
}

/** Returns how many letters a name has. */
export function lengthOf(name: string): number {
  return name.match(LETTER)?.length ?? 0;
}

function toPlain(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ');
}

function isCapitalised(name: string): boolean {
  return /^\P{L}*\p{Lu}/u.test(name);
}
