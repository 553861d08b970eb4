import { describe, expect, it } from '@jest/globals';

import { Entity } from '@/lib/model/entity';
import { EntityId } from '@/lib/model/ids';
import { isNamed } from '@/lib/reading/is-named';

const pair = {
  subject: Entity.parse({ id: 'lima', name: 'Ána Lima', kind: 'person', aliases: ['A. Lima'] }),
  object: Entity.parse({ id: 'port', name: 'Port of Lund', kind: 'place', aliases: [] }),
};

describe('isNamed', () => {
  it('believes a mark, whatever the words are', () => {
    const mentions = [{ start: 0, end: 3, entity: EntityId.parse('lima') }];

    expect(isNamed('She left.', pair, { mentions })).toBe(true);
  });

  it.each([
    ['the name', 'It was ana  lima who left.'],
    ['another name', 'It was A. LIMA’S ship.'],
    ['the name of the other end', 'Ships left the port of Lund.'],
  ])('finds %s where nothing is marked', (_, text) => {
    expect(isNamed(text, pair, { mentions: [] })).toBe(true);
  });

  it('says so where neither is written', () => {
    expect(isNamed('She left the harbour.', pair, { mentions: [] })).toBe(false);
  });
});
