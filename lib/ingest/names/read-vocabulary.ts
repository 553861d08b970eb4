import { RelationClass, RelationTypeName, type RelationType } from '@/lib/model/relation-type';

import { checkCell, refuseCell } from '../rows/check-cell';
import type { RowResult } from '../rows/read-rows';
import { readRows } from '../rows/read-rows';
import { openTable, type TableRow } from '../table/read-table';

const shape = { required: ['type'], optional: ['label', 'inverse', 'plover', 'cameo', 'class', 'symmetric'] };
const truths = new Map([
  ['yes', true],
  ['true', true],
  ['1', true],
  ['no', false],
  ['false', false],
  ['0', false],
  ['', false],
]);

/**
 * Reads a vocabulary file; a row that breaks a rule becomes a reject.
 * @throws `invalid` when the whole file is unusable
 */
export async function readVocabulary(path: string): Promise<readonly RowResult<RelationType>[]> {
  return readRows(await openTable(path, shape), toRelationType);
}

/** What a type reads like from its object's side when nobody has said so. */
export function toInverseLabel(label: string): string {
  return `is object of “${label}”`;
}

function toRelationType({ cells }: TableRow): RelationType {
  const type = checkCell('type', RelationTypeName, cells.get('type'));
  const label = cells.get('label') ?? type.toLowerCase().replaceAll('_', ' ');
  return {
    type,
    label,
    inverse: cells.get('inverse') ?? toInverseLabel(label),
    plover: cells.get('plover') ?? null,
    cameo: cells.get('cameo') ?? null,
    class: checkCell(
      'class',
      RelationClass,
      (cells.get('class') ?? 'none').toLowerCase().replaceAll(' ', '-'),
    ),
    symmetric: toTruth(cells.get('symmetric') ?? ''),
  };
}

function toTruth(cell: string): boolean {
  const truth = truths.get(cell.toLowerCase());
  if (truth === undefined) refuseCell('symmetric', `'${cell}' is neither yes nor no`);
  return truth;
}
