import type { FileSample } from './bytes/take-sample';
import type { Claim, Format } from './source';

/**
 * Makes the `recognises` of a format.
 *
 * @param because - what it found, to be told to a person: "its root element is gexf"
 * @param test - whether it is found
 * @param strength - `weak` where other things look like this too
 */
export function recognisedBy(
  because: string,
  test: (sample: FileSample) => boolean | Promise<boolean>,
  strength: Claim['strength'] = 'strong',
): Format['recognises'] {
  return async (sample) => ((await test(sample)) ? { strength, because } : undefined);
}

/** A format that may read a path, and why. */
export interface Recognised {
  readonly format: Format;
  readonly claim: Claim;
}

/** A path that was looked at: its beginning, and who can read it. */
export interface Looked {
  readonly sample: FileSample;
  readonly recognised: readonly Recognised[];
}

/**
 * Asks formats who can read a path.
 *
 * @param formats - the most particular first
 * @returns the first with a strong claim alone; else all with a weak one; empty when none has any
 * @throws the file system's errors
 */
export async function recognise(
  sample: FileSample,
  formats: readonly Format[],
): Promise<readonly Recognised[]> {
  const weak: Recognised[] = [];
  for (const format of formats) {
    const claim = await format.recognises(sample);
    if (claim?.strength === 'strong') return [{ format, claim }];
    if (claim) weak.push({ format, claim });
  }
  return weak;
}
