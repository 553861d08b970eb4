import { describe, expect, it } from '@jest/globals';

import type { ReadInput } from './read-input';
import { readText, sentencesOf } from './read-written';

const columns = [
  ...['id', 'type_of_violence', 'side_a', 'side_b', 'source_article', 'source_office', 'source_date'],
  ...[
    'source_headline',
    'source_original',
    'where_coordinates',
    'country',
    'date_prec',
    'date_start',
    'date_end',
  ],
  ...['best', 'high', 'low'],
];

function toRow(cells: Readonly<Record<string, string>>): string {
  const all: Readonly<Record<string, string>> = {
    id: '1',
    type_of_violence: '1',
    side_a: 'Government of Northland',
    side_b: 'Quay Front',
    date_prec: '1',
    date_start: '2019-02-02 00:00:00.000',
    date_end: '2019-02-02 00:00:00.000',
    country: 'Northland',
    ...cells,
  };
  return columns.map((name) => `"${(all[name] ?? '').replaceAll('"', '""')}"`).join(',');
}

async function read(...rows: readonly Readonly<Record<string, string>>[]): Promise<ReadInput> {
  return await readText('ged.csv', [columns.join(','), ...rows.map(toRow)].join('\n'));
}

function documentsOf({ items }: ReadInput) {
  return items.flatMap((item) => (item.kind === 'document' ? [item.document] : []));
}

describe('events of UCDP GED', () => {
  it('say by which type of violence the sides met, and who used it against civilians', async () => {
    const result = await read({}, { type_of_violence: '2' }, { type_of_violence: '3', side_b: 'Civilians' });
    const types = result.items.flatMap((item) => (item.kind === 'type' ? [item.entry.type] : []));

    expect(result.input.format).toBe('ucdp-ged');
    expect(sentencesOf(result)).toEqual([
      'Government of Northland was in a state-based conflict with Quay Front 2019-02-02',
      'Government of Northland was in a non-state conflict with Quay Front 2019-02-02',
      'Government of Northland used one-sided violence against Civilians 2019-02-02',
    ]);
    expect(types.map(({ symmetric }) => symmetric)).toEqual([true, true, false]);
    expect(result.triples[0]?.entities.map(({ entity }) => entity.kind)).toEqual([
      'organisation',
      'organisation',
    ]);
  });

  it('of a type that there is not are refused', async () => {
    const { triples, rejects } = await read({ type_of_violence: '4' });

    expect(triples).toEqual([]);
    expect(rejects).toMatchObject([{ line: 2, column: 'type_of_violence' }]);
  });

  it('lie between two dates, and on no day that is not known', async () => {
    const { triples } = await read(
      {},
      { date_prec: '4', date_start: '2019-02-01', date_end: '2019-02-28' },
      { date_prec: '2' },
    );

    expect(triples.map(({ relation }) => relation.when)).toEqual([
      { start: '2019-02-02', precision: 'day' },
      { start: '2019-02-01', end: '2019-02-28', precision: 'day' },
      { start: '2019-02-02', precision: 'day', qualifier: '~' },
    ]);
  });

  it('are in the place that is named, and in the country alone where there is none', async () => {
    const { triples } = await read(
      { where_coordinates: 'Lund town' },
      { where_coordinates: 'Northland' },
      { where_coordinates: '' },
    );

    expect(triples.map(({ relation }) => relation.place)).toEqual([
      'Lund town, Northland',
      'Northland',
      'Northland',
    ]);
  });

  it('are cited from each report, and from whom it has it', async () => {
    const result = await read({
      source_office: 'Fog Daily;Quay Radio',
      source_date: '2019-02-03;2019-02-04',
      source_headline: '"Clash";"Clash"',
      source_original: 'army;police',
      best: '3',
      low: '2',
      high: '5',
    });

    expect(documentsOf(result)).toMatchObject([
      { title: 'Clash', publisher: 'Fog Daily', published: '2019-02-03' },
      { title: 'Clash', publisher: 'Quay Radio', published: '2019-02-04' },
    ]);
    expect(
      result.triples.map(({ evidence }) => [evidence.document, evidence.attributedTo, evidence.statement]),
    ).toEqual([
      [documentsOf(result)[0]?.id, 'army', "Deaths, by UCDP's best estimate: 3 (2 to 5)"],
      [documentsOf(result)[1]?.id, 'police', "Deaths, by UCDP's best estimate: 3 (2 to 5)"],
    ]);
  });

  it('are cited from the whole entry where its parts cannot be told apart, and from the row where there is none', async () => {
    const result = await read(
      { source_article: 'Fog Daily, 3 Feb; Quay Radio', source_office: 'Fog Daily', source_headline: 'a;b' },
      {},
    );

    expect(documentsOf(result).map(({ title }) => title)).toEqual(['Fog Daily, 3 Feb; Quay Radio']);
    expect(result.triples[1]?.evidence).toMatchObject({ file: 'ged.csv', line: 3 });
  });

  it('may come as JSON', async () => {
    const record = { id: 1, type_of_violence: 2, side_a: 'Quay Front', side_b: 'Fog Band', best: 4 };
    const Result = [
      { ...record, date_start: '2019-02-02T00:00:00', date_end: '2019-02-03T00:00:00', date_prec: 2 },
    ];
    const result = await readText('page.json', JSON.stringify({ TotalCount: 1, Result }));

    expect(result.triples[0]?.relation.when).toEqual({
      start: '2019-02-02',
      end: '2019-02-03',
      precision: 'day',
    });
  });
});
