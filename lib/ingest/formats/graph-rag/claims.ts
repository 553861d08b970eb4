/** From the claims of GraphRAG (its covariates) to relations with stance, dates and the words that say it. */
import { EntenteError } from '@/lib/model/entente-error';
import { parseWhen } from '@/lib/model/parse-when';

import type { ExtractedRelation } from '../../extracted/extracted-graph';
import { toShown } from '../../json/json-value';
import { createTally, noteTally } from '../../rows/tally';
import type { RecordRow } from '../../table/read-parquet';
import { textOf } from './read-table';

export const CLAIM_COLUMNS = [
  'type',
  'description',
  'subject_id',
  'object_id',
  'status',
  'start_date',
  'end_date',
  'source_text',
  'text_unit_id',
];

export interface ClaimReader {
  /** @returns The claim as a relation; none for one about a single entity. */
  readonly toRelations: (row: RecordRow, file: string) => readonly ExtractedRelation[];
  readonly notices: () => readonly string[];
}

const NOBODY = /^(?:none|null|unknown|n\/a)?$/iu;
const CAPITALS = /^[^\p{Ll}]+$/u;
const UNCERTAIN = new Set(['SUSPECTED', 'UNKNOWN', 'UNVERIFIED']);

export function createClaimReader(): ClaimReader {
  const dates = createTally();
  const statuses = createTally();
  let lone = 0;

  function toCells(row: RecordRow): Map<string, string> {
    const cells = new Map<string, string>();
    const status = (textOf(row.value, 'status') ?? '').toUpperCase();
    if (status === 'FALSE') cells.set('stance', 'denies');
    else if (UNCERTAIN.has(status)) cells.set('modality', 'hypothetical');
    else if (status !== 'TRUE') statuses.add(status || 'none');
    const [start, end] = ['start_date', 'end_date'].map((column) => toDate(textOf(row.value, column)));
    if (isWhen(start, end)) setDates(cells, start, end);
    else dates.add([start, end].filter((date) => date !== '').join(' to '));
    return cells;
  }

  return {
    toRelations: (row, file) => {
      const { value, line } = row;
      const [source, target] = [textOf(value, 'subject_id') ?? '', textOf(value, 'object_id') ?? ''];
      if (NOBODY.test(source) || NOBODY.test(target)) {
        lone += 1;
        return [];
      }
      const chunk = textOf(value, 'text_unit_id');
      const quote = textOf(value, 'source_text');
      const place = { file, line, raw: toShown(value) };
      const evidence = chunk === undefined ? [] : [{ chunk, quote }];
      const said = { type: toType(textOf(value, 'type')), statement: textOf(value, 'description') };
      return [{ source, target, isDirected: true, ...said, evidence, cells: toCells(row), ...place }];
    },
    notices: () => [
      ...(lone === 0 ? [] : [`Claims about one entity alone, which relate nobody to anybody: ${lone}.`]),
      ...noteTally('Dates of claims that cannot be read, so that the claim has none', dates),
      ...noteTally('Claims whose status is none of TRUE, FALSE and SUSPECTED, read as TRUE', statuses),
    ],
  };
}

/** Claims have their types in capitals, as a sentence does not. */
function toType(type: string | undefined): string | undefined {
  return type !== undefined && CAPITALS.test(type) ? type.toLowerCase() : type;
}

function toDate(text = ''): string {
  return NOBODY.test(text) ? '' : text;
}

function setDates(cells: Map<string, string>, start = '', end = ''): void {
  if (start !== '') cells.set('start', start);
  if (end !== '' && end !== start) cells.set('end', end);
}

function isWhen(start = '', end = ''): boolean {
  try {
    parseWhen(start, end);
    return true;
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    return false;
  }
}
