import { describe, expect, it } from '@jest/globals';

import { documentsOf, entitiesOf, textsOf } from './read-files';
import { noticesOf, readText, sentencesOf } from './read-written';

type Members = Readonly<Record<string, unknown>>;

const said = (value: string, language = 'en') => ({ language, value });

function entity(id: string, name: string | undefined, claims: Members = {}): Members {
  const labels = name === undefined ? {} : { de: said(`${name} (de)`, 'de'), en: said(name) };
  return { type: id.startsWith('P') ? 'property' : 'item', id, labels, claims };
}

const text = (value: string) => ({ snaktype: 'value', datavalue: { type: 'string', value } });
const item = (id: string) => ({
  snaktype: 'value',
  datavalue: { type: 'wikibase-entityid', value: { 'entity-type': 'item', id } },
});
const time = (written: string, precision: number) => ({
  snaktype: 'value',
  datavalue: { type: 'time', value: { time: written, precision } },
});

function claim(mainsnak: Members, more: Members = {}): Members {
  return { mainsnak, rank: 'normal', type: 'statement', ...more };
}

const qualifiers = {
  P580: [time('+1999-05-00T00:00:00Z', 10)],
  P582: [time('+2003-00-00T00:00:00Z', 9)],
  P1480: [item('Q900')],
};
const references = [
  {
    snaks: {
      P854: [text('https://paper.example/1')],
      P577: [time('+2004-02-03T00:00:00Z', 11)],
      P1683: [
        {
          snaktype: 'value',
          datavalue: { type: 'monolingualtext', value: { text: 'Eva led the quay.', language: 'en' } },
        },
      ],
    },
  },
  { snaks: { P248: [item('Q70')] } },
  { snaks: { P813: [time('+2020-01-01T00:00:00Z', 11)] } },
];
const eva = entity('Q50', 'Eva Rask', {
  P31: [claim(item('Q5'))],
  P108: [
    claim(item('Q60'), { qualifiers, references }),
    claim(item('Q61'), { rank: 'deprecated' }),
    claim(item('Q99')),
    claim({ snaktype: 'somevalue' }),
  ],
  P569: [claim(time('+1960-01-01T00:00:00Z', 11))],
});
const all = [
  eva,
  entity('Q60', 'Quay Ltd'),
  entity('Q61', 'Fog Ltd'),
  entity('Q70', 'Harbour Lexicon'),
  entity('P108', 'employer'),
];

describe('entities of Wikidata', () => {
  it('are joined by labels of items and properties, with dates from qualifiers; a deprecated claim is no fact', async () => {
    const answer = { entities: Object.fromEntries(all.map((each) => [String(each['id']), each])) };
    const read = await readText('answer.json', JSON.stringify(answer));

    expect(read.input.format).toBe('wikidata');
    expect(entitiesOf(read)[0]).toMatchObject({
      ...{ id: 'Q50', name: 'Eva Rask', kind: 'person', aliases: ['Eva Rask (de)'] },
      sameAs: 'https://www.wikidata.org/wiki/Q50',
    });
    expect(new Set(sentencesOf(read))).toEqual(
      new Set(['Eva Rask employer Quay Ltd 1999-05', 'Eva Rask employer Q99']),
    );
    expect(read.triples[0]?.relation.when).toMatchObject({ start: '1999-05', end: '2003' });
  });

  it('cite each reference as a document, and what it quotes as a passage', async () => {
    const read = await readText('dump.json', `[\n${all.map((each) => JSON.stringify(each)).join(',\n')}\n]`);

    expect(documentsOf(read).map(({ title, url, published }) => [title, url, published])).toEqual([
      ['https://paper.example/1', 'https://paper.example/1', '2004-02-03'],
      ['Harbour Lexicon', undefined, undefined],
    ]);
    expect(textsOf(read)).toEqual(['Eva led the quay.', 'Harbour Lexicon']);
  });

  it('tell what is not read and what has no label', async () => {
    const lines = all.map((each) => JSON.stringify(each)).join('\n');
    const read = await readText('lines.jsonl', `${lines}\n${JSON.stringify(entity('Q80', undefined))}\n`);

    expect(noticesOf(read).split('\n')).toEqual([
      'Items without a label in the file, called by their ids where the store does not know them; load their entities with it: Q99 (1).',
      'Claims of a deprecated rank, which are not read: employer (1).',
      'Values are not read, only what leads to another item: P569 (1), employer (1).',
      'Not read from the qualifiers: P1480 (1).',
      'References without an address or a title, which are not read: P813 (1).',
    ]);
    expect(read.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [6, 'the item Q80 has no label that could be used; add one'],
    ]);
  });

  it('are asked about where nothing says what the properties are called', async () => {
    const alone = JSON.stringify(eva, null, 1);

    await expect(readText('eva.json', alone)).rejects.toThrow(
      /numbers of properties \(P108\).*--ids-as-names/u,
    );
    const read = await readText('eva.json', alone, { idsAsNames: true });
    expect(sentencesOf(read)).toContain('Eva Rask P108 Q60 1999-05');
    expect(noticesOf(read)).toContain('Properties without a label in the file, called by their numbers');
  });
});
