import { describe, expect, it } from '@jest/globals';

import { createLooseMarker } from '@/lib/ingest/spans/mark-loosely';
import { toEntityId } from '@/lib/ingest/names/name-resolver';
import type { Entity, EntityKind } from '@/lib/model/entity';
import { sliceCodePoints } from '@/lib/model/text-offsets';

function person(name: string, kind: EntityKind = 'person', aliases: readonly string[] = []): Entity {
  return { id: toEntityId({ name: `${name} ${kind}`, kind }), name, kind, aliases };
}

function marked(text: string, ...entities: readonly Entity[]): readonly string[] {
  return markedOf(text, entities, entities);
}

function markedOf(text: string, entities: readonly Entity[], present: readonly Entity[]): readonly string[] {
  return createLooseMarker(entities)(text, new Set(present.map(({ id }) => id))).map(
    ({ start, end, entity }) => `${sliceCodePoints(text, start, end)}=${entity.name}`,
  );
}

describe('names as extractors write them', () => {
  it('are found whatever their case, blanks, apostrophes and dashes', () => {
    expect(
      marked(
        '🙂 Ana  Lima praised Mia’s Bar by the Nord–Sund.',
        person('ANA LIMA'),
        person("MIA'S BAR", 'place'),
        person('NORD-SUND', 'place'),
      ),
    ).toEqual(['Ana  Lima=ANA LIMA', "Mia’s Bar=MIA'S BAR", 'Nord–Sund=NORD-SUND']);
  });

  it('are whole words, and may have an ’s behind them', () => {
    expect(marked('Lima’s limanda. Limann, Lima-based, pre-LIMA.', person('LIMA'))).toEqual([
      'Lima=LIMA',
      'Lima=LIMA',
      'LIMA=LIMA',
    ]);
  });

  it('are found by aliases, without the article, and by what stands before or in brackets', () => {
    const company = person('The Harbour Company (HC)', 'organisation', ['Quay & Sons']);

    expect(marked('The Harbour Company, Harbour Company, HC, Quay & Sons, C.', company)).toEqual([
      'The Harbour Company=The Harbour Company (HC)',
      'Harbour Company=The Harbour Company (HC)',
      'HC=The Harbour Company (HC)',
      'Quay & Sons=The Harbour Company (HC)',
    ]);
    expect(marked('Mercury and planet', person('Mercury (planet)', 'thing'))).toEqual([
      'Mercury=Mercury (planet)',
    ]);
  });

  it('are no common words, unless these stand in capitals just so', () => {
    const all = [
      person('US', 'country'),
      person('WILL'),
      person('IT', 'concept'),
      person('MAY'),
      person('THE WHO', 'organisation'),
    ];

    expect(marked('Will it help us? It may. The who and The Who.', ...all)).toEqual([]);
    expect(marked('The US and IT.', ...all)).toEqual(['US=US', 'IT=IT']);
  });

  it('need a capital where they are those of people and places, and not where they are those of ideas', () => {
    expect(
      marked(
        'apple and blockchain and box',
        person('APPLE', 'organisation'),
        person('BLOCKCHAIN', 'concept'),
        person('BOX', 'thing'),
      ),
    ).toEqual(['blockchain=BLOCKCHAIN']);
    expect(marked('machine learning', person('MACHINE LEARNING', 'organisation'))).toEqual([
      'machine learning=MACHINE LEARNING',
    ]);
  });

  it('are marked where just one entity is meant: the one that is written so, or none', () => {
    expect(marked('Ana Lima, ANA LIMA, ana lima', person('ANA LIMA'), person('Ana Lima', 'thing'))).toEqual([
      'Ana Lima=Ana Lima',
      'ANA LIMA=ANA LIMA',
    ]);
  });

  it('are the longest that stand there, or the next that may be meant', () => {
    const cities = ['YORK', 'NEW YORK', 'NEW YORK CITY'].map((name) => person(name, 'place'));

    expect(marked('New York City', ...cities)).toEqual(['New York City=NEW YORK CITY']);
    expect(marked('In the US it rains.', person('US', 'country'), person('US IT', 'organisation'))).toEqual([
      'US=US',
    ]);
  });

  it('are no part of the name of somebody else, also of one who is not said to be there', () => {
    const [woman, city] = [person('ANA LIMA'), person('LIMA', 'place')];

    expect(markedOf('Ana Lima flew to Lima.', [woman, city], [city])).toEqual(['Lima=LIMA']);
    expect(createLooseMarker([woman, city])('Ana Lima flew to Lima.', new Set([city.id]))[0]?.start).toBe(17);
  });

  it('are found in scripts without blanks and capitals', () => {
    expect(marked('他在北京举行会议', person('北京', 'place'))).toEqual(['北京=北京']);
  });
});
