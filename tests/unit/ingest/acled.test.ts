import { describe, expect, it } from '@jest/globals';

import type { ReadInput } from './read-input';
import { noticesOf, readText, sentencesOf } from './read-written';

const columns = [
  ...[
    'event_id_cnty',
    'event_date',
    'time_precision',
    'event_type',
    'sub_event_type',
    'actor1',
    'assoc_actor_1',
  ],
  ...['actor2', 'inter2', 'country', 'admin1', 'location', 'geo_precision', 'source', 'notes', 'fatalities'],
];

function toRow(cells: Readonly<Record<string, string>>): string {
  const all: Readonly<Record<string, string>> = {
    event_id_cnty: 'NOR1',
    event_date: '16 May 2023',
    time_precision: '1',
    event_type: 'Battles',
    sub_event_type: 'Armed clash',
    actor1: 'Quay Front',
    actor2: 'Fog Band',
    country: 'Norway',
    location: 'Bergen',
    source: 'Fog Daily',
    notes: 'On 16 May, Quay Front and Fog Band clashed.',
    fatalities: '0',
    ...cells,
  };
  return columns.map((name) => `"${all[name] ?? ''}"`).join(',');
}

async function read(...rows: readonly Readonly<Record<string, string>>[]): Promise<ReadInput> {
  return await readText('events.csv', [columns.join(','), ...rows.map(toRow)].join('\n'));
}

function typesOf({ items }: ReadInput) {
  return items.flatMap((item) => (item.kind === 'type' ? [item.entry.type] : []));
}

function documentsOf({ items }: ReadInput) {
  return items.flatMap((item) => (item.kind === 'document' ? [item.document] : []));
}

describe('events of ACLED', () => {
  it('say what both actors were party to, and not who did it', async () => {
    const result = await read(
      {},
      { event_type: 'Protests', sub_event_type: 'Peaceful protest', actor1: 'Protesters (Norway)' },
      { event_type: 'Strategic developments', sub_event_type: 'Agreement' },
      { event_type: 'Fog', sub_event_type: 'Fog rising' },
    );

    expect(result.input.format).toBe('acled');
    expect(sentencesOf(result)).toEqual([
      'Quay Front was party to an armed clash with Fog Band 2023-05-16',
      'Protesters (Norway) was party to a peaceful protest with Fog Band 2023-05-16',
      'Quay Front was party to an agreement with Fog Band 2023-05-16',
      'Quay Front was party to “Fog rising” with Fog Band 2023-05-16',
    ]);
    expect(typesOf(result).map((type) => [type.plover, type.class, type.symmetric])).toEqual([
      ['ASSAULT', 'material-conflict', true],
      ['PROTEST', 'material-conflict', true],
      ['AGREE', 'verbal-cooperation', true],
      [null, 'none', true],
    ]);
  });

  it('say what was done to civilians, who do no violence', async () => {
    const result = await read(
      { event_type: 'Violence against civilians', sub_event_type: 'Attack', actor2: 'Civilians (Norway)' },
      { sub_event_type: 'Grenade', actor2: 'Farmers', inter2: '7' },
      { event_type: 'Violence against civilians', sub_event_type: 'Attack' },
    );

    expect(sentencesOf(result)).toEqual([
      'Quay Front attacked Civilians (Norway) 2023-05-16',
      'Quay Front carried out a grenade attack against Farmers 2023-05-16',
      'Quay Front was party to an attack on civilians with Fog Band 2023-05-16',
    ]);
    expect(typesOf(result).map(({ symmetric }) => symmetric)).toEqual([false, false, true]);
  });

  it('of one actor are counted, and no relation is made of them', async () => {
    const result = await read(
      { event_type: 'Protests', sub_event_type: 'Peaceful protest', actor2: '' },
      { actor1: '', actor2: '' },
    );

    expect(result.triples).toEqual([]);
    expect(noticesOf(result)).toContain('events of one actor: Peaceful protest (1).');
    expect(result.rejects.map(({ line, reason }) => [line, reason])).toEqual([[3, 'the event has no actor']]);
  });

  it('are on a day, in a week or in a month, as precisely as ACLED says', async () => {
    const result = await read(
      {},
      { time_precision: '2' },
      { time_precision: '3' },
      { event_date: 'one day' },
    );

    expect(result.triples.map(({ relation }) => relation.when)).toEqual([
      { start: '2023-05-16', precision: 'day' },
      { start: '2023-05-15', end: '2023-05-21', precision: 'day', qualifier: '~' },
      { start: '2023-05', precision: 'month' },
      undefined,
    ]);
  });

  it('are in a town, or in the region for which a town only stands', async () => {
    const result = await read({}, { geo_precision: '3', admin1: 'Vestland' });

    expect(result.triples.map(({ relation }) => relation.place)).toEqual([
      'Bergen, Norway',
      'Vestland, Norway',
    ]);
  });

  it('are cited from each outlet, whose passage is a summary of ACLED', async () => {
    const result = await read({ source: 'Fog Daily; Quay Radio;Fog Daily', fatalities: '4' }, {});
    const passages = result.items.flatMap((item) => (item.kind === 'passage' ? [item] : []));

    expect(documentsOf(result)).toMatchObject([
      { title: 'Fog Daily', publisher: 'Fog Daily', note: expect.stringContaining("ACLED's summaries") },
      { title: 'Quay Radio' },
    ]);
    expect(passages.map(({ passage, mentions }) => [passage.text, mentions.length])).toEqual([
      ['On 16 May, Quay Front and Fog Band clashed.', 2],
      ['On 16 May, Quay Front and Fog Band clashed.', 2],
      ['On 16 May, Quay Front and Fog Band clashed.', 2],
    ]);
    expect(result.triples.map(({ evidence }) => [evidence.passage, evidence.statement])).toEqual([
      [passages[0]?.passage.id, 'Fatalities: 4'],
      [passages[1]?.passage.id, 'Fatalities: 4'],
      [passages[0]?.passage.id, undefined],
    ]);
  });

  it('are between groups', async () => {
    const { triples } = await read({});

    expect(triples[0]?.entities.map(({ entity }) => entity.kind)).toEqual(['organisation', 'organisation']);
  });

  it('may come as JSON', async () => {
    const record = {
      event_id_cnty: 'NOR1',
      event_date: '2023-05-16',
      event_type: 'Battles',
      time_precision: 3,
    };
    const data = [
      { ...record, sub_event_type: 'Armed clash', actor1: 'Quay Front', actor2: 'Fog Band', iso: 1 },
      7,
    ];
    const result = await readText('acled.json', JSON.stringify({ status: 200, data, messages: [] }));

    expect(sentencesOf(result)).toEqual(['Quay Front was party to an armed clash with Fog Band 2023-05']);
    expect(noticesOf(result)).toContain('Not read from the records: iso (1)');
    expect(result.rejects).toMatchObject([{ reason: 'it is no record' }]);
  });
});
