import { describe, expect, it } from '@jest/globals';

import { sliceCodePoints } from '@/lib/model/text-offsets';

import type { ReadInput } from './read-input';
import { noticesOf, readText, sentencesOf } from './read-written';

/** The words that each mention of an input marks, and what evidence cites. */
function marksOf({ items }: ReadInput): readonly string[] {
  return items.flatMap((item) =>
    item.kind === 'passage'
      ? item.mentions.map(({ start, end }) => sliceCodePoints(item.passage.text, start, end))
      : [],
  );
}

function citedOf({ items, triples }: ReadInput): readonly string[] {
  const passages = new Map(
    items.flatMap((item) => (item.kind === 'passage' ? [[item.passage.id, item.passage.text] as const] : [])),
  );
  return triples.map(({ evidence: { passage, start, end } }) =>
    sliceCodePoints((passage && passages.get(passage)) ?? '', start ?? 0, end ?? 0),
  );
}

function kindsOf({ items }: ReadInput): Readonly<Record<string, string>> {
  return Object.fromEntries(
    items.flatMap((item) =>
      item.kind === 'entity' ? [[item.entry.entity.name, item.entry.entity.kind]] : [],
    ),
  );
}

function toLines(...records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

const TEXT = '🌊 Ona Reef runs Tern Line, and aspirin helps.';
const DOCCANO = {
  id: 7,
  text: TEXT,
  entities: [
    { id: 1, label: 'PER', start_offset: 2, end_offset: 10 },
    { id: 2, label: 'ORG', start_offset: 16, end_offset: 25 },
  ],
  relations: [{ id: 3, from_id: 1, to_id: 2, type: 'runs' }],
};

describe('annotated texts', () => {
  it('of doccano are passages, with mentions and rows that cite the stretch with both ends', async () => {
    const read = await readText(
      'quay.jsonl',
      toLines(DOCCANO, { id: 8, text: 'Nothing here.', entities: [] }),
    );

    expect(sentencesOf(read)).toEqual(['Ona Reef runs Tern Line']);
    expect(marksOf(read)).toEqual(['Ona Reef', 'Tern Line']);
    expect(citedOf(read)).toEqual(['Ona Reef runs Tern Line']);
    expect(kindsOf(read)).toEqual({ 'Ona Reef': 'person', 'Tern Line': 'organisation' });
    expect(read.items.filter(({ kind }) => kind === 'passage')).toHaveLength(2);
    expect(read.rejects).toEqual([]);
    expect(read.input.format).toBe('annotations');
  });

  it('of doccano may stand alone on their line, or have bare spans', async () => {
    const alone = await readText('alone.jsonl', toLines(DOCCANO));
    const bare = await readText('bare.jsonl', toLines({ id: 1, data: TEXT, label: [[2, 10, 'PER']] }));

    expect(sentencesOf(alone)).toEqual(['Ona Reef runs Tern Line']);
    expect(marksOf(bare)).toEqual(['Ona Reef']);
  });

  it('refuse a relation of a span that is not in the text, and keep the text', async () => {
    const [first, second] = DOCCANO.entities;
    const broken = { ...DOCCANO, entities: [first, { ...second, end_offset: 900 }] };
    const read = await readText('broken.jsonl', toLines(broken, DOCCANO));

    expect(read.rejects).toMatchObject([
      { line: 1, column: 'span', reason: expect.stringContaining('does not fit the text') },
      { line: 1, column: 'object', reason: expect.stringContaining("no marked span '2'") },
    ]);
    expect(sentencesOf(read)).toEqual(['Ona Reef runs Tern Line']);
  });

  it('of Label Studio are read, their offsets checked by the words', async () => {
    const span = (start: number, text: string, label: string) => ({
      id: text,
      type: 'labels',
      value: { start, end: start + text.length, text, labels: [label] },
    });
    const result = [
      // Counted in units of UTF-16, in which the wave is two.
      span(3, 'Ona Reef', 'Person'),
      span(17, 'Tern Line', 'Company'),
      span(400, 'nobody', 'Person'),
      { type: 'relation', from_id: 'Tern Line', to_id: 'Ona Reef', direction: 'left', labels: ['ranBy'] },
      { type: 'choices', value: { choices: ['good'] } },
    ];
    const task = { id: 5, data: { text: TEXT }, annotations: [{ id: 1, result }], predictions: [{ result }] };
    const read = await readText('studio.json', JSON.stringify([task], null, 1));

    expect(sentencesOf(read)).toEqual(['Ona Reef ran by Tern Line']);
    expect(marksOf(read)).toEqual(['Ona Reef', 'Tern Line']);
    expect(read.rejects).toMatchObject([{ column: 'span', reason: expect.stringContaining("'nobody'") }]);
    expect(noticesOf(read)).toContain('2 spans counted UTF-16 code units');
    expect(noticesOf(read)).toMatch(/Not read from the annotations: .*predictions/u);
    expect(noticesOf(read)).toContain('results of the type choices');
  });

  it('of Prodigy are read where they were accepted', async () => {
    const head = { start: 2, end: 10, label: 'PERSON' };
    const child = { start: 16, end: 25, label: 'ORG' };
    const relations = [{ head: 1, child: 3, head_span: head, child_span: child, label: 'WORKS_FOR' }];
    const spans = [{ ...head, text: 'Ona Reef' }];
    const task = { text: TEXT, spans, relations, answer: 'accept' };
    const read = await readText(
      'prodigy.jsonl',
      toLines(task, { ...task, text: `${TEXT} `, answer: 'reject' }),
    );

    expect(sentencesOf(read)).toEqual(['Ona Reef works for Tern Line']);
    expect(citedOf(read)).toEqual(['Ona Reef runs Tern Line']);
    expect(noticesOf(read)).toContain('answered with reject');
  });

  it('give words without capitals as names, and words that only point as entities of their own', async () => {
    const text = 'She takes aspirin.';
    const entities = [
      { id: 1, label: 'PER', start_offset: 0, end_offset: 3 },
      { id: 2, label: 'Drug', start_offset: 10, end_offset: 17 },
    ];
    const relations = [{ from_id: 1, to_id: 2, type: 'takes' }];
    const read = await readText('drug.jsonl', toLines({ id: 1, text, entities, relations }));

    expect(sentencesOf(read)).toEqual(['She (Text 1, character 0) takes aspirin']);
    expect(noticesOf(read)).toContain('only refer to somebody');
  });

  const tokens = ['Ona', 'Reef', 'runs', 'Tern', 'Line', '.'];
  it.each([
    [
      'SpERT',
      JSON.stringify([
        {
          tokens,
          entities: [
            { type: 'Peop', start: 0, end: 2 },
            { type: 'Org', start: 3, end: 5 },
          ],
          relations: [{ type: 'runs', head: 0, tail: 1 }],
        },
      ]),
    ],
    [
      'TACRED',
      JSON.stringify([
        {
          id: 'x',
          token: tokens,
          relation: 'per:runs',
          ...{
            subj_start: 0,
            subj_end: 1,
            obj_start: 3,
            obj_end: 4,
            subj_type: 'PERSON',
            obj_type: 'ORGANIZATION',
          },
        },
      ]),
    ],
    [
      'DyGIE',
      toLines({
        doc_key: 'd',
        sentences: [['Hello', '!'], tokens],
        ner: [
          [],
          [
            [2, 3, 'PER'],
            [5, 6, 'ORG'],
          ],
        ],
        relations: [[], [[2, 3, 5, 6, 'runs']]],
      }),
    ],
    [
      'NYT',
      toLines({
        sentText: 'Ona Reef runs Tern Line.',
        articleId: 'a',
        relationMentions: [
          { em1Text: 'Ona Reef', em2Text: 'Tern Line', label: '/business/person/runs' },
          { em1Text: 'Tern Line', em2Text: 'Ona Reef', label: 'None' },
        ],
        entityMentions: [{ start: 0, label: 'PERSON', text: 'Ona Reef' }],
      }),
    ],
    [
      'FewRel',
      JSON.stringify({
        runs: [{ tokens, h: ['ona reef', 'Q1', [[0, 1]]], t: ['tern line', 'Q2', [[3, 4]]] }],
      }),
    ],
  ])('of the corpus %s are sentences with marks', async (_, text) => {
    const read = await readText('corpus.json', text);

    expect(sentencesOf(read)).toEqual(['Ona Reef runs Tern Line']);
    expect(citedOf(read)).toEqual(['Ona Reef runs Tern Line']);
    expect(read.rejects).toEqual([]);
    expect(read.input.format).toBe('annotations');
  });
});
