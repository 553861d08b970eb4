import { describe, expect, it } from '@jest/globals';

import { findCountry, isCountryCode } from '@/lib/ingest/names/countries';
import { EntityId } from '@/lib/model/ids';

import type { ReadInput } from './read-input';
import { readText } from './read-written';

function kindsOf({ items }: ReadInput): ReadonlyMap<string, string> {
  const entries = items.flatMap((item) => (item.kind === 'triple' ? item.triple.entities : []));
  return new Map(entries.map(({ entity }) => [entity.name, entity.kind]));
}

const events = [
  'date\tsource\trelation\ttarget\tplace',
  '2014-01-01\tPolice (Norway)\tArrest\tAna Lima\tSweden',
  '2014-01-02\tSweden\tMet\tMinistry (Harbour Party)\tNorway',
  '2014-01-03\tNORWAY\tMet\tPriest (Holy See (Vatican City State))\tSweden',
].join('\n');

describe('actors of coded events', () => {
  it('are countries where they are called so, and groups where a country stands in brackets behind them', async () => {
    expect([...kindsOf(await readText('events.tsv', events))]).toEqual([
      ['Police (Norway)', 'organisation'],
      ['Ana Lima', 'thing'],
      ['Sweden', 'country'],
      ['Ministry (Harbour Party)', 'thing'],
      ['Norway', 'country'],
      ['Priest (Holy See (Vatican City State))', 'organisation'],
    ]);
  });

  it('are the entities that a store has already, of whatever kind these are', async () => {
    const id = EntityId.parse('e-00000000000000000001');
    const { triples } = await readText('events.tsv', events, {
      findNames: (names) =>
        Promise.resolve(
          new Map(
            names
              .filter((name) => name === 'Sweden')
              .map((name) => [name, [{ id, name, kind: 'thing' as const, by: 'name' as const }]]),
          ),
        ),
    });

    expect(triples[1]?.relation.subject).toBe(id);
    expect(triples[1]?.entities.map(({ entity }) => entity.name)).toEqual(['Ministry (Harbour Party)']);
  });

  it('have the id that their name alone makes', async () => {
    const events = 'date\tsource\trelation\ttarget\n2014-01-01\tSweden\tMet\tAna Lima\n';
    const asThing = await readText('plain.csv', 'subject,relation,object\nSweden,met,Ana Lima\n');
    const { triples } = await readText('events.tsv', events);

    expect(kindsOf(asThing).get('Sweden')).toBe('thing');
    expect(triples[0]?.relation.subject).toBe(asThing.triples[0]?.relation.subject);
  });

  it('of records in PLOVER are countries too', async () => {
    const record = {
      event: 'CONSULT',
      source: [{ actorText: 'Norway' }],
      target: [{ actorText: 'Swedish fishers' }],
      date: '2024-03-01',
      text: 'Norway met Swedish fishers.',
      textInfo: { markup: '(SRC: Norway) met (TAR: Swedish fishers).' },
    };
    const { items } = await readText('records.json', JSON.stringify([record]));
    const entities = items.flatMap((item) => (item.kind === 'entity' ? [item.entry.entity] : []));

    expect(entities.map(({ name, kind }) => [name, kind])).toEqual([
      ['Norway', 'country'],
      ['Swedish fishers', 'thing'],
    ]);
  });
});

describe('countries', () => {
  it('are found by their names in ISO, by common ones, and by those of before', () => {
    const names = [
      'Syrian Arab Republic',
      'Syria',
      'CÔTE D’IVOIRE',
      "Cote d'Ivoire",
      'Swaziland',
      'DR Congo',
    ];

    expect(names.map(findCountry)).toEqual(['SYR', 'SYR', 'CIV', 'CIV', 'SWZ', 'COD']);
  });

  it('are no words in small letters, and no cities or peoples', () => {
    expect(['turkey', 'us', 'Us', 'London', 'Chinese', 'Africa', ''].map(findCountry)).toEqual(
      Array(7).fill(undefined),
    );
    expect(findCountry('US')).toBe('USA');
  });

  it('have codes of three letters', () => {
    expect(['NOR', 'nor', 'NO', 'ROM'].map(isCountryCode)).toEqual([true, false, false, false]);
  });
});
