import path from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { parseMarkup } from '@/lib/ingest/formats/plover/parse-markup';
import { sliceCodePoints } from '@/lib/model/text-offsets';

import { fixture, readInput } from './read-input';

const baseVocabulary = path.join(__dirname, '..', '..', '..', 'graph-data', 'vocabulary.csv');

async function readRecords() {
  const read = await readInput(fixture('plover/records.txt'), { baseVocabulary });
  const passages = new Map(
    read.items.flatMap((item) =>
      item.kind === 'passage' ? [[item.passage.id, item.passage.text] as const] : [],
    ),
  );
  return { ...read, passages };
}

describe('records of events', () => {
  it('are recognised whatever the file is called, and give a row for each source with each target', async () => {
    const { input, items } = await readRecords();

    expect(input.format).toBe('plover');
    expect(
      items.flatMap((item) =>
        item.kind === 'triple'
          ? [`${Object.values(item.wording).join(' ')} ${item.triple.relation.type}`]
          : [],
      ),
    ).toEqual([
      'Norrhavn made a threat against Lund THREATEN',
      'Norrhavn made a threat against Malmö THREATEN',
      'Norrhavn made a threat against Visby THREATEN',
      'Ystad made a threat against Lund THREATEN',
      'Ystad made a threat against Malmö THREATEN',
      'Ystad made a threat against Visby THREATEN',
      "Norrhavn's mayor agreed with Ystad AGREE",
      "Ystad agreed with Norrhavn's mayor AGREE",
      'Lund accused Visby ACCUSED',
      'Swedish ... fishers disapproved of Lund DISAPPROVE',
      'Lund aided Visby AID',
    ]);
  });

  it('bring the types that no vocabulary has, each with its class', async () => {
    const { items } = await readRecords();

    expect(
      items.flatMap((item) => (item.kind === 'type' ? [[item.entry.type.type, item.entry.type.class]] : [])),
    ).toEqual([
      ['THREATEN', 'verbal-conflict'],
      ['AGREE', 'verbal-cooperation'],
      ['RETREAT', 'material-cooperation'],
      ['DISAPPROVE', 'verbal-conflict'],
      ['AID', 'material-cooperation'],
    ]);
  });

  it('mark the actors where the mark-up has them, and not where that is unclear', async () => {
    const { items } = await readRecords();

    expect(
      items.flatMap((item) =>
        item.kind === 'passage'
          ? [item.mentions.map(({ start, end }) => sliceCodePoints(item.passage.text, start, end))]
          : [],
      ),
    ).toEqual([
      ['Norrhavn', 'Ystad', 'Lund', 'Malmö', 'Visby'],
      ["Norrhavn's mayor", 'Ystad'],
      ['Norrhavn'],
      ['Lund', 'Visby'],
      ['Swedish', 'fishers'],
      ['Lund', 'Visby'],
      ['Lund', 'Visby'],
    ]);
  });

  it('cite the stretch with both actors and the event, and say when, where and about what it was', async () => {
    const { triples, passages } = await readRecords();
    const [first] = triples;
    const cited = first?.evidence.passage;
    const text = cited === undefined ? '' : (passages.get(cited) ?? '');

    expect(sliceCodePoints(text, first?.evidence.start ?? 0, first?.evidence.end ?? 0)).toBe(
      'Norrhavn and Ystad warned Lund',
    );
    expect(first?.relation).toMatchObject({ about: 'trade', place: 'Kalmar', when: { start: '2024-03-01' } });
  });

  it('are refused alone, saying why', async () => {
    const { rejects, input } = await readRecords();

    expect(rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [
        5,
        'object',
        expect.stringContaining('the event has no target, so that it joins Norrhavn with nobody'),
      ],
      [9, 'sources', expect.stringContaining('NUL')],
      [10, 'relation', expect.stringContaining('the relation is empty')],
      [11, '', 'it is no record of an event'],
    ]);
    expect(input.notices()).toContain('Records that describe the file itself and were not read: 1.');
  });
});

describe('mark-up', () => {
  it('may hold brackets of the text, several roles, and brackets without end', () => {
    expect(
      parseMarkup('The (SRC/TAR: Front (RUF) ) said) (EVT: no (LOC: in (TAR: Lund)) (EVT: never'),
    ).toEqual([
      { roles: ['SRC', 'TAR'], start: 4, end: 15, words: 'Front (RUF)' },
      { roles: ['TAR'], start: 29, end: 33, words: 'Lund' },
      { roles: ['LOC'], start: 26, end: 33, words: 'in Lund' },
    ]);
  });
});
