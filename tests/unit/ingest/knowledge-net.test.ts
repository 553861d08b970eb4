import { describe, expect, it } from '@jest/globals';

import { sliceCodePoints } from '@/lib/model/text-offsets';

import { fixture, readInput, type ReadInput } from './read-input';

const namesOf = ({ items }: ReadInput): ReadonlyMap<string, string> =>
  new Map(
    items.flatMap((item) => {
      if (item.kind === 'entity') return [[item.entry.entity.id, item.entry.entity.name] as const];
      if (item.kind !== 'triple') return [];
      return item.triple.entities.map(({ entity }) => [entity.id, entity.name] as const);
    }),
  );

/** Each passage's number, and what is marked in it as whom. */
function marksOf(read: ReadInput): readonly (readonly [number, ...string[]])[] {
  const names = namesOf(read);
  return read.items.flatMap((item) => {
    if (item.kind !== 'passage') return [];
    const marks = item.mentions.map(
      ({ start, end, entity }) =>
        `${sliceCodePoints(item.passage.text, start, end)} → ${names.get(entity) ?? entity}`,
    );
    return [[item.passage.index, ...marks] as const];
  });
}

describe('facts with offsets', () => {
  it('are recognised whatever the file is called, and read with the passage that says them', async () => {
    const read = await readInput(fixture('knowledge-net/facts.txt'));

    expect(read.input.format).toBe('knowledgenet');
    expect(
      read.items.flatMap((item) => (item.kind === 'triple' ? [Object.values(item.wording).join(' ')] : [])),
    ).toEqual([
      'Norrhavn Rederi AB has the chief executive Ada Holm',
      'She (document 7, character 137) has the place of birth Ystad',
      'Ada Holm sibling of She (document 7, character 137)',
      'Ada Holm was educated at Ada Holm',
      'سلطان ولد has the place of birth poems (document 8, character 46)',
      'Acme Rökeri was founded by Bo Lind',
      'Acme Rökeri has the chief executive Bo Lind',
    ]);
  });

  it('mark their subject and object in characters, whatever was counted, and paragraphs in the order of the document', async () => {
    const read = await readInput(fixture('knowledge-net/facts.txt'));

    expect(marksOf(read)).toEqual([
      [2, 'Norrhavn Rederi AB → Norrhavn Rederi AB', 'Ada Holm → Ada Holm'],
      [2, 'She → She (document 7, character 137)', 'Ystad → Ystad'],
      [2, 'Ada Holm → Ada Holm', 'She → She (document 7, character 137)'],
      [1, 'Ada Holm → Ada Holm', 'Ada Holm → Ada Holm'],
      [1],
      [2, 'سلطان ولد → سلطان ولد', 'poems → poems (document 8, character 46)'],
      [1, 'Acme Rökeri → Acme Rökeri', 'He → Bo Lind'],
      [2, 'Acme → Acme Rökeri', 'Bo Lind → Bo Lind'],
    ]);
    expect(read.input.notices()).toEqual([
      'Records that say a passage has no fact of a property, of which only the passage was read: 1.',
      'Ends that only refer to somebody ("he", "the company"), each an entity of its own: 3.',
      'Spans that cut off the first or the last letters of a word, widened to it: 1.',
      '2 spans counted UTF-16 code units; converted to characters.',
      'One span counted UTF-8 bytes; converted to characters.',
      'One span did not match their words; the nearest occurrence of the same words was used.',
    ]);
  });

  it('cite from the first to the last of the two', async () => {
    const { triples, items } = await readInput(fixture('knowledge-net/facts.txt'));
    const [first] = triples;
    const passage = items.find((item) => item.kind === 'passage');

    expect(
      passage?.kind === 'passage' &&
        sliceCodePoints(passage.passage.text, first?.evidence.start ?? 0, first?.evidence.end ?? 0),
    ).toBe('Ada Holm 😀 leads Norrhavn Rederi AB');
  });

  it('are refused alone when a place cannot be used or a line is broken', async () => {
    const { rejects } = await readInput(fixture('knowledge-net/facts.txt'));

    expect(rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [6, '', expect.stringContaining('it is not JSON')],
      [8, 'subject', expect.stringContaining("the words 'Nobody Here' are not in the text")],
    ]);
  });

  it('keep the ids of Wikidata, and take the names under one address as one entity', async () => {
    const { items } = await readInput(fixture('knowledge-net/facts.txt'));
    const declared = items.flatMap((item) =>
      item.kind === 'entity' && item.entry.entity.sameAs !== undefined ? [item.entry.entity] : [],
    );

    expect(declared).toMatchObject([
      { id: 'Q99', name: 'Acme Rökeri', kind: 'organisation', aliases: ['Acme'] },
      { name: 'Bo Lind', kind: 'person', aliases: [] },
    ]);
  });

  it('may come by document, as they are published', async () => {
    const read = await readInput(fixture('knowledge-net/by-document.json'));

    expect(read.rejects).toEqual([]);
    expect(marksOf(read)).toEqual([[1, 'Ada Holm → Ada Holm', 'Lund → Lund'], [2]]);
    expect(read.triples[0]?.relation.object).toBe('Q2167');
  });
});
