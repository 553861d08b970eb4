/** How much the faults are tried: a little within `npm test`, in full by `npm run test:faults`. */
const isLong = process.env['FAULTS'] === 'long';

/** Picks the number for this run, short or long. */
export function depth(short: number, long: number): number {
  return isLong ? long : short;
}

/** What chance begins with. It stands in the names of the tests that use it; with FAULTS_SEED they run again as they failed. */
export const seed = Number(process.env['FAULTS_SEED'] ?? 20_231_118);
