/** What the numbers of a column of confidences mean, which one of them alone may not say. */

/** `share`: 0 to 1; `percent`: 0 to 100; `unknown`: neither fits, so that a number says nothing here. */
export type ConfidenceScale = 'share' | 'percent' | 'unknown';

interface ReadNumber {
  readonly value: number;
  /** What the cell itself says the whole is: 87 %, 4/5. */
  readonly whole: number | undefined;
}

const NUMBER = String.raw`[-+]?(?:\d{1,20}(?:[.,]\d{0,30})?|[.,]\d{1,30})(?:e[-+]?\d{1,3})?`;
const CELL = new RegExp(`^(${NUMBER})\\s*(?:(%)|/\\s*(1|5|10|100)(?:[.,]0+)?)?$`, 'iu');
/** Numbers up to here may be stars or grades as well. */
const LARGEST_GRADE = 10;

/**
 * @param cells - the confidences of the first rows
 * @returns the scale that most of their numbers fit; undefined when they have none.
 */
export function judgeScale(cells: readonly string[]): ConfidenceScale | undefined {
  const numbers = cells.flatMap((cell) => {
    const read = readNumber(cell);
    return read === undefined || read.whole !== undefined ? [] : [read.value];
  });
  const shares = numbers.filter((value) => value >= 0 && value <= 1).length;
  const percents = numbers.filter((value) => value > 1 && value <= 100);
  const others = numbers.length - shares - percents.length;
  if (numbers.length === 0) return undefined;
  if (shares > percents.length + others) return 'share';
  const isPercent = percents.length >= shares && percents.some((value) => value > LARGEST_GRADE);
  return isPercent && shares + percents.length > others * 9 ? 'percent' : 'unknown';
}

/**
 * @param cell - a confidence as it is written
 * @param scale - what its column shows; by default a share where the cell has a decimal sign, and else a percentage
 * @returns the percentage, or undefined when the cell is no number of that scale.
 */
export function readConfidence(cell: string, scale: ConfidenceScale | undefined): number | undefined {
  const read = readNumber(cell);
  if (read === undefined) return undefined;
  const whole = read.whole ?? wholeOf(scale ?? guessScale(cell, read.value));
  const share = whole === undefined ? Number.NaN : read.value / whole;
  return share >= 0 && share <= 1 ? Math.round(share * 100) : undefined;
}

function wholeOf(scale: ConfidenceScale): number | undefined {
  if (scale === 'unknown') return undefined;
  return scale === 'share' ? 1 : 100;
}

function guessScale(cell: string, value: number): ConfidenceScale {
  return /[.,e]/iu.test(cell) && value <= 1 ? 'share' : 'percent';
}

function readNumber(cell: string): ReadNumber | undefined {
  const [, number, percent, whole] = CELL.exec(cell) ?? [];
  if (number === undefined) return undefined;
  const value = Number(number.replace(',', '.'));
  return { value, whole: percent === undefined ? (whole === undefined ? undefined : Number(whole)) : 100 };
}
