/** Cells that say something about a relation besides its ends. One that cannot be read is left out and told, and never costs its row. */
import { Stance } from '@/lib/model/evidence';
import { Modality } from '@/lib/model/relation';
import type { When } from '@/lib/model/when';

import { isBlank } from './blank-cell';
import { checkCell } from './check-cell';
import { judgeScale, readConfidence, type ConfidenceScale } from './confidence-scale';
import { surveyDateColumns, toDateColumns } from './date-columns';
import { createLeftOut } from './left-out';
import type { ColumnUse, SourceRow } from '../source';
import { createWhenReader } from './when-reader';

export interface CellReader {
  /** Judges what the numbers of columns mean by the first rows; what is read before is read as each cell says by itself. */
  survey(rows: readonly SourceRow[]): void;
  readWhen(row: SourceRow): When | undefined;
  /** Returns the confidence in percent. */
  readConfidence(row: SourceRow): number | undefined;
  /** @throws `invalid` with the column as path for a word that is none: left out, it would make a fact of what may be none. */
  readModality(row: SourceRow): Modality;
  /** @throws `invalid` with the column as path for a word that is none: left out, it would make a fact of what may be a denial. */
  readStance(row: SourceRow): Stance;
  /** Notes a cell that somebody else could not read. */
  leaveOut(about: string, cell: string, row: SourceRow): void;
  notices(): readonly string[];
}

const MODALITIES: ReadonlyMap<string, Modality> = new Map([
  ...toWords('actual', ['asserted', 'factual', 'fact', 'real', 'realis', 'past', 'happened', 'certain']),
  ...toWords('future', ['planned', 'intended', 'expected', 'announced', 'scheduled', 'will']),
  ...toWords('hypothetical', [
    'possible',
    'potential',
    'conditional',
    'speculative',
    'speculated',
    'irrealis',
    'may',
  ]),
]);
const STANCES: ReadonlyMap<string, Stance> = new Map([
  ...toWords('supports', [
    'support',
    'supported',
    'supporting',
    'affirms',
    'affirmed',
    'asserts',
    'asserted',
    'confirms',
    'confirmed',
  ]),
  ...toWords('denies', [
    'deny',
    'denied',
    'negated',
    'refutes',
    'refuted',
    'contradicts',
    'contradicted',
    'disputes',
  ]),
]);
const NO_CONFIDENCE = {
  number: 'the confidence is left out, since it is not a number',
  share: 'the confidence is left out, since the others of its column are shares of 1',
  percent: 'the confidence is left out, since the others of its column are percentages',
  unknown: 'the confidence is left out, since its column shows neither shares of 1 nor percentages',
} as const;

/**
 * @param columns - which column of the input holds each field, as far as the input has columns
 */
export function createCellReader(columns: readonly ColumnUse[] = []): CellReader {
  const dates = toDateColumns(columns);
  const left = createLeftOut();
  let whenOf = createWhenReader(dates);
  let scale: ConfidenceScale | undefined;

  return {
    survey: (rows) => {
      whenOf = createWhenReader(surveyDateColumns(dates, rows));
      scale = judgeScale(rows.flatMap(({ cells }) => cells.get('confidence') ?? []));
    },
    readWhen: ({ cells, line }) => {
      const { when, notes } = whenOf(cells.get('start') ?? '', cells.get('end') ?? '');
      for (const { about, cell } of notes) left.note(about, cell, line);
      return when;
    },
    readConfidence: ({ cells, line }) => {
      const cell = cells.get('confidence');
      if (cell === undefined || isBlank(cell)) return undefined;
      const percent = readConfidence(cell, scale);
      if (percent === undefined)
        left.note(NO_CONFIDENCE[/\d/u.test(cell) ? (scale ?? 'unknown') : 'number'], cell, line);
      return percent;
    },
    readModality: ({ cells, line }) => {
      const cell = cells.get('modality');
      if (cell === undefined || isBlank(cell)) return 'actual';
      if (/\p{L}/u.test(cell)) return MODALITIES.get(toWord(cell)) ?? checkCell('modality', Modality, cell);
      left.note('the modality is left out, since it is not a word', cell, line);
      return 'actual';
    },
    readStance: ({ cells }) => {
      const cell = cells.get('stance');
      if (cell === undefined) return 'supports';
      return STANCES.get(toWord(cell)) ?? checkCell('stance', Stance, cell);
    },
    leaveOut: (about, cell, { line }) => {
      left.note(about, cell, line);
    },
    notices: left.notices,
  };
}

function toWords<T extends string>(value: T, words: readonly string[]): readonly (readonly [string, T])[] {
  return [value, ...words].map((word) => [word, value] as const);
}

function toWord(cell: string): string {
  return cell.trim().toLowerCase();
}
