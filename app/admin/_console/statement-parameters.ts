/** What people type for a parameter, and what is sent: JSON, so that "2022" and 2022 stay two things. */

export type ParameterTexts = Readonly<Record<string, string>>;

export interface ParsedParameters {
  readonly values: Readonly<Record<string, unknown>>;
  /** Names of parameters whose text is not JSON. */
  readonly wrong: readonly string[];
}

/**
 * Lists the names after a `$` in a statement, in order, each once. Strings and comments are
 * skipped. This only offers fields; the guard decides.
 */
export function findParameterNames(statement: string): readonly string[] {
  const spoken = statement.replaceAll(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\/\/[^\n]*|\/\*[^]*?\*\//gu, ' ');
  return [...new Set([...spoken.matchAll(/\$([\p{L}_][\p{L}\p{N}_]*)/gu)].map(([, name = '']) => name))];
}

export function parseParameters(names: readonly string[], texts: ParameterTexts): ParsedParameters {
  const parsed = names.map((name) => ({ name, ...parseText(texts[name] ?? '') }));
  return {
    values: Object.fromEntries(parsed.filter(({ isJson }) => isJson).map(({ name, value }) => [name, value])),
    wrong: parsed.filter(({ isJson }) => !isJson).map(({ name }) => name),
  };
}

function parseText(text: string): { readonly isJson: boolean; readonly value: unknown } {
  if (text.trim() === '') return { isJson: true, value: null };
  try {
    return { isJson: true, value: JSON.parse(text) };
  } catch {
    return { isJson: false, value: null };
  }
}
