/** From the claims of GraphRAG (its covariates) to relations with stance, dates and the words that say it. */
import { createDateCells } from '../../extracted/date-cells';
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
  /** Returns the claim as a relation; none for one about a single entity. */
  readonly toRelations: (row: RecordRow, file: string) => readonly ExtractedRelation[];
  readonly notices: () => readonly string[];
}

const NOBODY = /^(?:none|null|unknown|n\/a)?$/iu;
const CAPITALS = /^[^\p{Ll}]+$/u;
const UNCERTAIN = new Set(['SUSPECTED', 'UNKNOWN', 'UNVERIFIED']);

export function createClaimReader(): ClaimReader {
  const dates = createDateCells();
  const statuses = createTally();
  let lone = 0;

  function toCells(row: RecordRow): Map<string, string> {
    const [start, end] = ['start_date', 'end_date'].map((column) => toDate(textOf(row.value, column)));
    const cells = new Map(dates.read(start, end));
    const status = (textOf(row.value, 'status') ?? '').toUpperCase();
    if (status === 'FALSE') cells.set('stance', 'denies');
    else if (UNCERTAIN.has(status)) cells.set('modality', 'hypothetical');
    else if (status !== 'TRUE') statuses.add(status || 'none');
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
      ...(lone === 0 ? [] : [`Claims about a single entity, which state no relation: ${lone}.`]),
      ...dates.notices(),
      ...noteTally('Claims whose status is not TRUE, FALSE or SUSPECTED, read as TRUE', statuses),
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
