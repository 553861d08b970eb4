import { describe, expect, it } from '@jest/globals';

import { sliceCodePoints } from '@/lib/model/text-offsets';

import { fixture, readInput, type ReadInput } from './read-input';

/** Sentences with the words that they quote, or the text that they cite, and how they are tied to it. */
function toldOf({ items }: ReadInput) {
  const texts = new Map(
    items.flatMap((item) => (item.kind === 'passage' ? [[item.passage.id, item.passage.text] as const] : [])),
  );
  return items.flatMap((item) => {
    if (item.kind !== 'triple') return [];
    const { subject, label, object } = item.wording;
    const { passage, start, end, grade } = item.triple.evidence;
    const text = passage && texts.get(passage);
    const quote =
      text !== undefined && start !== undefined ? sliceCodePoints(text, start, end ?? 0) : undefined;
    return [[`${subject} ${label} ${object}`, text, quote, grade]];
  });
}

function entitiesOf({ items }: ReadInput) {
  return items.flatMap((item) =>
    item.kind === 'entity'
      ? [[item.entry.entity.name, item.entry.entity.kind, item.entry.entity.description]]
      : [],
  );
}

describe('the memory of an assistant', () => {
  it('gives entities with their observations, and relations that cite their line', async () => {
    const read = await readInput(fixture('mcp-memory/memory.jsonl'));

    expect(read.input.format).toBe('mcp-memory');
    expect(entitiesOf(read)).toEqual([
      ['Mira Holt', 'person', 'Captain since 2019; Lives in Norrby'],
      ['Blue Line', 'organisation', undefined],
      ['Ota Vale', 'thing', undefined],
    ]);
    expect(toldOf(read)).toEqual([
      ['Mira Holt founded Blue Line', undefined, undefined, undefined],
      ['Mira Holt is a friend of Ota Vale', undefined, undefined, undefined],
    ]);
    expect(read.triples.map(({ evidence }) => evidence.line)).toEqual([1, 4]);
    expect(read.rejects).toHaveLength(1);
    expect(read.input.notices()).toEqual([
      'Ends of relations that are not among the entities, known only by their names: 1.',
    ]);
  });

  it('is read as one object as well', async () => {
    const read = await readInput(fixture('mcp-memory/graph.json'));

    expect([read.input.format, toldOf(read).length]).toEqual(['mcp-memory', 1]);
  });
});

describe('a graph of sift-kg', () => {
  it('quotes the sentence that says it, of its document, and keeps how sure it is', async () => {
    const read = await readInput(fixture('sift-kg/graph_data.json'));

    const sentence = 'Mira Holt founded the Blue Line.';
    expect(read.input.format).toBe('sift-kg');
    expect(toldOf(read)).toEqual([
      ['Mira Holt founded Blue Line', sentence, sentence, undefined],
      ['Blue Line paid Mira Holt', undefined, undefined, undefined],
    ]);
    expect(read.triples.map(({ evidence }) => evidence.confidence)).toEqual([87, 100]);
    expect(read.items.flatMap((item) => (item.kind === 'document' ? [item.document.title] : []))).toEqual([
      'ferry',
    ]);
    expect(entitiesOf(read).map(([name]) => name)).toEqual(['Mira Holt', 'Blue Line']);
  });
});

describe('a graph of youtu-graphrag', () => {
  it('has entities by their names, and their attributes in words', async () => {
    const read = await readInput(fixture('youtu/graphs/ferry_new.json'));

    expect(read.input.format).toBe('youtu-graphrag');
    expect(entitiesOf(read)).toEqual([
      ['Mira Holt', 'person', 'rank: captain'],
      ['Blue Line', 'organisation', undefined],
      ['Norrby', 'place', undefined],
    ]);
  });

  it('cites the chunk that both ends are from, out of the folder of chunks', async () => {
    const read = await readInput(fixture('youtu/graphs/ferry_new.json'));

    expect(toldOf(read)).toEqual([
      [
        'Mira Holt founded Blue Line',
        'Mira Holt founded the Blue Line. It still sails.',
        undefined,
        'candidate',
      ],
      ['Mira Holt lives in Norrby', undefined, undefined, undefined],
    ]);
    expect(read.input.notices()).toEqual([
      'Relations without an existing chunk, which cite their file: 1.',
      'Not read from the graph: keyword_of (1), member_of (1).',
    ]);
  });
});

describe('a graph of kg-gen', () => {
  it('cites the files that a relation was read in, and has the names of a cluster as aliases', async () => {
    const read = await readInput(fixture('kg-gen/graph.json'));
    const titles = new Map(
      read.items.flatMap((item) =>
        item.kind === 'document' ? [[item.document.id, item.document.title] as const] : [],
      ),
    );

    expect(read.input.format).toBe('kg-gen');
    expect(toldOf(read).map(([sentence]) => sentence)).toEqual([
      'Mira Holt founded Blue-Line',
      'Mira Holt founded Blue-Line',
      'Mira Holt lives in Norrby',
    ]);
    expect(read.triples.map(({ evidence: { document } }) => document && titles.get(document))).toEqual([
      'ferry.txt',
      'town.txt',
      undefined,
    ]);
    expect(read.items.flatMap((item) => (item.kind === 'entity' ? [item.entry.entity.aliases] : []))).toEqual(
      [['Captain Holt'], [], []],
    );
    expect(read.rejects.map(({ reason }) => reason)).toEqual([
      'it is not a list of subject, relation and object',
    ]);
  });
});
