import { describe, expect, it } from '@jest/globals';

import { createNameIndex } from '@/lib/load/offline/name-index';

import { declare, imply } from '../../../contract/batch.fixture';

function find(entries: readonly ReturnType<typeof declare>[], cell: string): readonly string[] {
  const index = createNameIndex();
  for (const entry of entries) index.add(entry);
  return (index.find([cell]).get(cell) ?? []).map(({ id, by }) => `${id} by ${by}`);
}

describe('the index of names', () => {
  const entries = [
    declare('jose', 'José', { aliases: ['Pepe'] }),
    imply('jose-2', 'JOSE'),
    declare('pepe', 'Someone'),
    imply('c', 'Jose\u0301'),
  ];

  it('finds by id, by name in form NFC, by folded name and by alias, in this order', () => {
    expect(find(entries, 'José')).toEqual(['c by name', 'jose by name', 'jose-2 by folded']);
    expect(find(entries, 'pepe')).toEqual(['pepe by id', 'jose by alias']);
    expect(find(entries, 'nobody')).toEqual([]);
  });

  it('forgets the names of an entity that is declared anew, and takes nothing from one that is implied', () => {
    const changed = [...entries, declare('jose', 'Joseph'), imply('pepe', 'Pepito')];

    expect(find(changed, 'Pepe')).toEqual([]);
    expect(find(changed, 'joseph')).toEqual(['jose by folded']);
    expect(find(changed, 'Pepito')).toEqual([]);
  });

  it('gives all names in the order of the ids', async () => {
    const index = createNameIndex();
    for (const entry of entries) index.add(entry);
    const pages = [];
    for await (const page of index.pages()) pages.push(...page);

    expect(pages.map(({ id }) => id)).toEqual(['c', 'jose', 'jose-2', 'pepe']);
  });
});
