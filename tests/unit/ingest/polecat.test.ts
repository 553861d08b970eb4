import { describe, expect, it } from '@jest/globals';

import type { ReadInput } from './read-input';
import { noticesOf, readText, sentencesOf } from './read-written';

const columns = [
  ...[
    'Event ID',
    'Event Date',
    'Event Type',
    'Event Mode',
    'Quad Code',
    'Contexts',
    'Actor Name',
    'Actor Name Raw',
  ],
  ...['Recipient Name', 'Recipient Name Raw', 'Placename', 'Source', 'Publication Date', 'Story People'],
  ...['Story Organizations', 'Headline'],
];

function toRow(cells: Readonly<Record<string, string>>): string {
  const all: Readonly<Record<string, string>> = {
    'Event ID': 'N1_1',
    'Event Date': '2023-05-19',
    'Event Type': 'ACCUSE',
    'Event Mode': 'allege',
    'Quad Code': 'VERBAL CONFLICT',
    'Actor Name': 'Ana Lima',
    'Recipient Name': 'Sweden',
    Source: 'Fog Daily',
    'Publication Date': '2023-05-20',
    ...cells,
  };
  return columns.map((name) => all[name] ?? 'None').join('\t');
}

async function read(...rows: readonly Readonly<Record<string, string>>[]): Promise<ReadInput> {
  return await readText('events.txt', [columns.join('\t'), ...rows.map(toRow)].join('\n'));
}

function documentsOf({ items }: ReadInput) {
  return items.flatMap((item) => (item.kind === 'document' ? [item.document] : []));
}

describe('events of POLECAT', () => {
  it('have a type of their event and its mode, and the class of the event', async () => {
    const result = await read(
      {},
      { 'Event Mode': 'None' },
      { 'Event Type': 'ASSAULT', 'Event Mode': 'fog', 'Quad Code': 'MATERIAL CONFLICT' },
      { 'Event Type': 'WHISTLE', 'Event Mode': 'None', 'Quad Code': 'VERBAL COOPERATION' },
    );
    const types = result.items.flatMap((item) => (item.kind === 'type' ? [item.entry.type] : []));

    expect(result.input.format).toBe('polecat');
    expect(sentencesOf(result)).toEqual([
      'Ana Lima made allegations against Sweden 2023-05-19',
      'Ana Lima made an accusation against Sweden 2023-05-19',
      'Ana Lima assaulted (fog) Sweden 2023-05-19',
      'Ana Lima was the actor of WHISTLE towards Sweden 2023-05-19',
    ]);
    expect(types.map(({ type, plover, class: quad }) => [type, plover, quad])).toEqual([
      ['ACCUSE_ALLEGE', 'ACCUSE', 'verbal-conflict'],
      ['ACCUSE', 'ACCUSE', 'verbal-conflict'],
      ['ASSAULT_FOG', 'ASSAULT', 'material-conflict'],
      ['WHISTLE', null, 'verbal-cooperation'],
    ]);
  });

  it('join each actor with each recipient, by the names of the text where there are no others', async () => {
    const result = await read({
      'Actor Name': 'Ana Lima; Bo Dahl',
      'Recipient Name': 'None',
      'Recipient Name Raw': 'fishers',
    });

    expect(sentencesOf(result)).toEqual([
      'Ana Lima made allegations against fishers 2023-05-19',
      'Bo Dahl made allegations against fishers 2023-05-19',
    ]);
  });

  it('without a recipient are counted, but for those who met each other', async () => {
    const lonely = { 'Recipient Name': 'None', 'Actor Name': 'Norway; Sweden; Quay Front' };
    const result = await read(lonely, { ...lonely, 'Event Type': 'CONSULT', 'Event Mode': 'None' });

    expect(sentencesOf(result)).toEqual([
      'Norway consulted with Sweden 2023-05-19',
      'Norway consulted with Quay Front 2023-05-19',
      'Sweden consulted with Quay Front 2023-05-19',
    ]);
    expect(noticesOf(result)).toContain('events without a recipient or an actor: ACCUSE (1).');
  });

  it('say of whom they know what kind they are', async () => {
    const result = await read(
      { 'Actor Name': 'Bo Dahl', 'Recipient Name': 'Bo Dahl', Placename: 'Sweden' },
      {
        'Actor Name': 'Ana Lima; Quay Front; Bo Dahl',
        'Story People': 'Ana Lima; Cy Berg',
        'Story Organizations': 'Quay Front',
      },
    );
    const entities = result.triples.flatMap((triple) => triple.entities.map(({ entity }) => entity));

    expect(new Map(entities.map(({ name, kind }) => [name, kind]))).toEqual(
      new Map([
        ['Ana Lima', 'person'],
        ['Sweden', 'country'],
        ['Quay Front', 'organisation'],
        ['Bo Dahl', 'thing'],
      ]),
    );
  });

  it('are cited from their story, whose text is not published', async () => {
    const result = await read(
      {},
      { 'Event ID': 'N1_2', 'Event Type': 'REJECT', Contexts: 'maritime|legal;trade' },
      { 'Event ID': 'N2_1', 'Event Mode': 'investigate', Headline: 'Fog over Lund' },
    );

    expect(documentsOf(result)).toMatchObject([
      { title: 'Fog Daily, story N1', publisher: 'Fog Daily', published: '2023-05-20' },
      { title: 'Fog over Lund', publisher: 'Fog Daily', note: expect.stringContaining('not published') },
    ]);
    const [first, second] = documentsOf(result);
    expect(result.triples.map(({ evidence }) => evidence.document)).toEqual([
      first?.id,
      first?.id,
      second?.id,
    ]);
    expect(result.triples[1]?.relation.about).toBe('maritime; legal; trade');
  });

  it('without an event or an actor are refused', async () => {
    const { rejects } = await read(
      { 'Event Type': 'None' },
      { 'Actor Name': 'None', 'Recipient Name': 'None' },
    );

    expect(rejects.map(({ line, column }) => [line, column])).toEqual([
      [2, 'event_type'],
      [3, 'actor_name'],
    ]);
  });
});
