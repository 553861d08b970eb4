import { expect, it } from '@jest/globals';

import { defineColumns } from '@/lib/store/cypher/row-columns';
import {
  createRelationsWithEvidence,
  relationWithEvidenceColumns,
} from '@/lib/store/cypher/upsert-statements';

const columns = defineColumns(['id', 'name', 'kind']);

it('puts each value where the statement reads it', () => {
  const row = columns.toRow({ kind: 'person', id: 'ana' });

  expect(row).toEqual(['ana', undefined, 'person']);
  expect(columns.at('kind')).toBe('x[2]');
  expect(columns.properties()).toBe('id: x[0], name: x[1], kind: x[2]');
  expect(columns.settings('e')).toBe('e.name = x[1], e.kind = x[2]');
  expect(columns.settings('e', ['kind'])).toBe('e.kind = x[2]');
});

it('reads every column of a relation with its evidence, and none that is not there', () => {
  const read = [...createRelationsWithEvidence('MET').matchAll(/x\[(-?\d+)\]/gu)].map(([, at]) => Number(at));

  // The type stands in the text, and in the evidence.
  expect(new Set(read)).toEqual(new Set(relationWithEvidenceColumns.names.keys()));
});
