import { describe, expect, it } from '@jest/globals';

import { isSameSelection, nothingSelected, selectedEntities, type Selection } from '@/lib/graph/selection';
import { EntityId } from '@/lib/model/ids';

const entity = (id: string): Selection => ({ status: 'entity', id: EntityId.parse(id) });
const pair = (a: string, b: string): Selection => ({
  status: 'pair',
  a: EntityId.parse(a),
  b: EntityId.parse(b),
});

const different: readonly Selection[] = [
  nothingSelected,
  entity('ann'),
  entity('bob'),
  pair('ann', 'bob'),
  pair('ann', 'cid'),
  pair('cid', 'bob'),
  pair('ann', 'ann'),
];

describe('Two selections', () => {
  it('are the same when they are of the same thing, and else not', () => {
    const same = different.map((one) => different.map((other) => isSameSelection(one, other)));

    expect(same).toEqual(different.map((_, row) => different.map((__, column) => row === column)));
  });

  it('of a pair are the same in either order', () => {
    expect(isSameSelection(pair('ann', 'bob'), pair('bob', 'ann'))).toBe(true);
  });
});

describe('A selection', () => {
  it('names its entities', () => {
    expect(selectedEntities(nothingSelected)).toEqual([]);
    expect(selectedEntities(entity('ann'))).toEqual(['ann']);
    expect(selectedEntities(pair('ann', 'bob'))).toEqual(['ann', 'bob']);
  });
});
