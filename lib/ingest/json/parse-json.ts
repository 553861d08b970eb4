export type ParsedJson = { readonly value: unknown } | { readonly problem: string };

/** Levels of brackets that a value may have; no format here needs more than a dozen. */
export const DEEPEST = 100;
const MANY_DIGITS = /\d{16}/u;
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gu;
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/gu;
const NOT_FINITE = /[:[,]\s*(?:NaN|-?Infinity)\b/u;
const LONG_INTEGER = /^-?\d{16,}$/u;

/**
 * Parses JSON; integers that a number cannot hold become text.
 * @returns the value, or why there is none
 */
export function parseJson(text: string): ParsedJson {
  try {
    const value: unknown = JSON.parse(text);
    if (isDeeper(value, DEEPEST)) return { problem: tooDeep };
    return { value: MANY_DIGITS.test(text) ? JSON.parse(text.replace(STRING_OR_NUMBER, keepDigits)) : value };
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: explain(text, error) };
    throw error;
  }
}

function explain(text: string, { message }: SyntaxError): string {
  if (NOT_FINITE.test(text.replace(STRING, '""')))
    return 'it has NaN or Infinity, which JSON has not; write null instead';
  return `it is not JSON: ${message}`;
}

/**
 * Decodes the name of a member; anything else stays as it is.
 * @param bytes - the name as it stands in a document, as bytes (Latin-1)
 */
export function parseJsonKey(bytes: string): string {
  const parsed = parseJson(Buffer.from(bytes, 'latin1').toString());
  return 'value' in parsed && typeof parsed.value === 'string' ? parsed.value : bytes;
}

export const tooDeep = `it nests brackets more than ${DEEPEST} deep, as no format here does`;

/** A number has 53 bits: the ids 9007199254740992 and 9007199254740993 would become one. */
function keepDigits(token: string): string {
  return LONG_INTEGER.test(token) ? `"${token}"` : token;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const part of Object.values(value)) if (isDeeper(part, levels - 1)) return true;
  return false;
}
