import type { Row } from '../engine';
import { toLoadsCell } from './declared-by';
import { numbersOf, optionalNumberOf, textOf, textsOf } from './row-values';

/** A load that has brought a piece of evidence or said it again, and the line of its file that says so. */
export interface Support {
  readonly load: string;
  /** Undefined for evidence that cites a passage, and where an older version did not keep it. */
  readonly line: number | undefined;
}

/** Stands in a list of lines for a line that is not known: a list holds no null. */
const NO_LINE = 0;

/**
 * In: the properties of stored evidence. Out: what supports it, the newest last. `load` and `line` are the newest; `also` and `alsoLines` are
 * the others. A store of an older version lacks lines, always those of the oldest loads.
 */
export function toSupports(properties: Row): readonly Support[] {
  const also = textsOf(properties, 'also');
  const lines = numbersOf(properties, 'alsoLines');
  const missing = also.length - lines.length;
  const others = also.map((load, index) => ({ load, line: toLine(lines[index - missing]) }));
  return [...others, { load: textOf(properties, 'load'), line: optionalNumberOf(properties, 'line') }];
}

/** The properties load, line, also and alsoLines. */
type SupportRow = readonly [
  string | undefined,
  number | undefined,
  readonly string[] | null,
  readonly number[] | null,
];

/** In: what supports a piece of evidence, the newest last, at least one. Out: a row of `SET_SUPPORT`, without the id. */
export function toSupportRow(supports: readonly Support[]): SupportRow {
  const newest = supports.at(-1);
  const others = supports.slice(0, -1);
  const hasLines = others.some(({ line }) => line !== undefined);
  return [
    newest?.load,
    newest?.line,
    toLoadsCell(others.map(({ load }) => load)),
    hasLines ? others.map(({ line }) => line ?? NO_LINE) : null,
  ];
}

function toLine(stored: number | undefined): number | undefined {
  return stored === undefined || stored === NO_LINE ? undefined : stored;
}
