import type { Row } from '../../engine';
import { toLoadsCell } from './declared-by';
import { numbersOf, optionalNumberOf, textOf, textsOf } from './row-values';

/**
 * A load that has brought a piece of evidence or said it again, and the place of its file that says so: a line and, where a line may hold
 * many, a record. Both are undefined for evidence that cites a passage or a document, and where an older version did not keep them.
 */
export interface Support {
  readonly load: string;
  readonly line: number | undefined;
  readonly record: number | undefined;
}

/** Stands in a list of lines or records for one that is not known: a list holds no null. */
const NOT_KNOWN = 0;

/**
 * Lists what supports a piece of stored evidence, newest last.
 *
 * `load`, `line` and `record` are the newest; `also`, `alsoLines` and `alsoRecords` hold the
 * others. A store of an older version may lack places, always those of the oldest loads.
 * @param properties - the properties of the evidence
 */
export function toSupports(properties: Row): readonly Support[] {
  const also = textsOf(properties, 'also');
  const lineAt = toReader(properties, { list: 'alsoLines', length: also.length });
  const recordAt = toReader(properties, { list: 'alsoRecords', length: also.length });
  return [
    ...also.map((load, index) => ({ load, line: lineAt(index), record: recordAt(index) })),
    {
      load: textOf(properties, 'load'),
      line: optionalNumberOf(properties, 'line'),
      record: optionalNumberOf(properties, 'record'),
    },
  ];
}

/**
 * Converts supports to the properties of the evidence.
 * @param supports - what supports a piece of evidence, newest last; at least one
 */
export function toSupportProperties(supports: readonly Support[]) {
  const newest = supports.at(-1);
  const others = supports.slice(0, -1);
  return {
    load: newest?.load,
    line: newest?.line,
    record: newest?.record,
    also: toLoadsCell(others.map(({ load }) => load)),
    alsoLines: toCell(others.map(({ line }) => line)),
    alsoRecords: toCell(others.map(({ record }) => record)),
  };
}

interface Stored {
  readonly list: string;
  /** How many there would be if all were known. */
  readonly length: number;
}

/** Returns a function that reads the number of the load at an index. */
function toReader(properties: Row, { list, length }: Stored): (index: number) => number | undefined {
  const numbers = numbersOf(properties, list);
  const missing = length - numbers.length;
  return (index) => {
    const stored = numbers[index - missing];
    return stored === NOT_KNOWN ? undefined : stored;
  };
}

function toCell(numbers: readonly (number | undefined)[]): readonly number[] | null {
  return numbers.some((each) => each !== undefined) ? numbers.map((each) => each ?? NOT_KNOWN) : null;
}
