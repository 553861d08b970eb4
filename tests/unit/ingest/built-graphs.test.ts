import { describe, expect, it } from '@jest/globals';

import { sliceCodePoints } from '@/lib/model/text-offsets';

import { fixture, readInput, type ReadInput } from './read-input';

function passagesOf({ items }: ReadInput) {
  return items.flatMap((item) => (item.kind === 'passage' ? [item] : []));
}

/** Sentences with the text that they cite, how they are tied to it, and what the extractor wrote. */
function toldOf(read: ReadInput) {
  const texts = new Map(passagesOf(read).map(({ passage }) => [passage.id, passage.text]));
  return read.items.flatMap((item) => {
    if (item.kind !== 'triple') return [];
    const { subject, label, object } = item.wording;
    const { passage, grade, statement } = item.triple.evidence;
    return [[`${subject} ${label} ${object}`, passage && texts.get(passage), grade, statement]];
  });
}

function marksOf(read: ReadInput) {
  return passagesOf(read).map(({ passage, mentions }) =>
    mentions.map(({ start, end }) => sliceCodePoints(passage.text, start, end)),
  );
}

function documentsOf({ items }: ReadInput) {
  return items.flatMap((item) => (item.kind === 'document' ? [item.document] : []));
}

function entitiesOf({ items }: ReadInput) {
  return items.flatMap((item) =>
    item.kind === 'entity'
      ? [[item.entry.entity.name, item.entry.entity.kind, item.entry.entity.description]]
      : [],
  );
}

const founded = 'Mira Holt founded the Blue Line.';

describe('a graph of the LLM Graph Builder', () => {
  it('cites the texts that both ends share, and says which is the only one', async () => {
    const read = await readInput(fixture('built/llm-graph-builder.json'));

    expect(read.input.format).toBe('apoc-json');
    expect(toldOf(read)).toEqual([
      ['Mira Holt founded Blue Line', founded, 'co-mention', undefined],
      ['Mira Holt founded Blue Line', 'Mira Holt left the Blue Line for Norrby.', 'co-mention', undefined],
      ['Mira Holt moved to Norrby', 'Mira Holt left the Blue Line for Norrby.', 'candidate', undefined],
      ['Ota Vale knows Mira Holt', undefined, undefined, undefined],
    ]);
  });

  it('names entities by their id, and makes none of chunks, documents and communities', async () => {
    const read = await readInput(fixture('built/llm-graph-builder.json'));

    expect(entitiesOf(read)).toEqual([
      ['Mira Holt', 'person', 'A captain'],
      ['Blue Line', 'organisation', undefined],
      ['Norrby', 'place', undefined],
      ['Ota Vale', 'person', undefined],
    ]);
    expect(documentsOf(read).map(({ title }) => title)).toEqual(['ferry.pdf']);
    expect(marksOf(read)).toEqual([
      ['Mira Holt', 'Blue Line'],
      ['Mira Holt', 'Blue Line', 'Norrby'],
    ]);
  });

  it('tells how the relations are tied to their texts', async () => {
    const { input } = await readInput(fixture('built/llm-graph-builder.json'));

    expect(input.notices()).toEqual([
      'This graph was built by the LLM Graph Builder.',
      'Relations that do not say which text they were extracted from: 2. They cite the texts that name both ends: the only one, or up to 20 of several.',
      'Relations without an existing chunk, which cite their file: 1.',
    ]);
  });
});

describe('a graph of Graphiti', () => {
  it('gives facts by their own names, in the episodes that say them', async () => {
    const read = await readInput(fixture('built/graphiti.json'));

    const [chat, notes] = ['Mira: I work at the Blue Line since May.', 'Mira Holt left the Blue Line.'];
    expect(toldOf(read)).toEqual([
      ['Mira Holt works at Blue Line', chat, undefined, 'Mira Holt works at the Blue Line'],
      ['Mira Holt left Blue Line', notes, undefined, 'Mira Holt left the Blue Line'],
      ['Mira Holt left Blue Line', chat, undefined, 'Mira Holt left the Blue Line'],
    ]);
    expect(documentsOf(read).map(({ title, published }) => [title, published])).toEqual([
      ['Chat 1', '2026-05-02'],
      ['Notes', '2026-09-01'],
    ]);
  });

  it('dates a fact by when it held, and gives a message to who wrote it', async () => {
    const { triples } = await readInput(fixture('built/graphiti.json'));

    expect(
      triples.map(({ relation, evidence }) => [
        relation.when?.start,
        relation.when?.end,
        evidence.attributedTo,
        evidence.stance,
      ]),
    ).toEqual([
      ['2026-05-01', '2026-09-01', 'Mira', 'supports'],
      [undefined, undefined, undefined, 'supports'],
      [undefined, undefined, 'Mira', 'supports'],
    ]);
  });

  it('tells of dates that it cannot read', async () => {
    const { input } = await readInput(fixture('built/graphiti.json'));

    expect(input.notices()).toEqual([
      'This graph was built by Graphiti.',
      'Dates that cannot be read, so the relation has none: soon (1).',
      'Not read from the nodes and relationships: expired_at (1).',
    ]);
  });
});

describe('graphs of other tools', () => {
  it('of neo4j-graphrag cite the one chunk that both ends are from', async () => {
    const read = await readInput(fixture('built/neo4j-graphrag.json'));

    expect(toldOf(read)).toEqual([['Mira Holt founded Blue Line', founded, 'candidate', undefined]]);
    expect(documentsOf(read).map(({ title }) => title)).toEqual(['ferry.pdf']);
    expect(entitiesOf(read).map(([, kind]) => kind)).toEqual(['person', 'organisation']);
  });

  it('of LlamaIndex cite the chunk that the relation names', async () => {
    const read = await readInput(fixture('built/llama-index.json'));

    expect(toldOf(read)).toEqual([['Mira Holt founded Blue Line', founded, undefined, undefined]]);
    expect(passagesOf(read)).toHaveLength(2);
    expect(documentsOf(read).map(({ title }) => title)).toEqual(['ferry.txt']);
  });

  it('of LangChain have documents that are their own chunks', async () => {
    const read = await readInput(fixture('built/langchain.json'));

    expect(toldOf(read)).toEqual([['Mira Holt founded Blue Line', founded, 'candidate', undefined]]);
    expect(documentsOf(read).map(({ url }) => url)).toEqual(['https://example.org/ferry']);
  });

  it('of LightRAG have no texts in the database, which is told', async () => {
    const read = await readInput(fixture('built/light-rag.json'));

    expect(toldOf(read)).toEqual([
      ['Mira Holt related to Blue Line', undefined, undefined, 'Mira Holt founded the Blue Line.'],
    ]);
    expect(entitiesOf(read)[0]).toEqual(['Mira Holt', 'person', 'A captain']);
    expect(read.input.notices()[0]).toMatch(/built by LightRAG\. Its texts are not in the database/u);
  });
});

describe('a property graph that LlamaIndex keeps on disk', () => {
  it('cites the chunk that each relation names, from the graph or the store of documents beside it', async () => {
    const read = await readInput(fixture('property-graph/storage'));

    expect(read.input.format).toBe('property-graph');
    expect(toldOf(read)).toEqual([
      ['Mira Holt founded Blue Line', founded, undefined, undefined],
      ['Mira Holt lives in Norrby', 'Mira Holt lives in Norrby.', undefined, undefined],
    ]);
    expect(marksOf(read)).toEqual([
      ['Mira Holt', 'Blue Line'],
      ['Mira Holt', 'Norrby'],
    ]);
    expect(documentsOf(read).map(({ title }) => title)).toEqual(['ferry.txt']);
    expect(entitiesOf(read).map(([, kind]) => kind)).toEqual(['person', 'organisation', 'place']);
  });

  it('is read by its file as well', async () => {
    const read = await readInput(fixture('property-graph/storage/property_graph_store.json'));

    expect(read.input.format).toBe('property-graph');
    expect(toldOf(read)).toHaveLength(2);
  });
});

describe('graph documents', () => {
  it('of LangChain cite the text that they were read in', async () => {
    const read = await readInput(fixture('graph-documents/langchain.json'));

    const second = 'In Norrby lives Mira Holt, who founded the Blue Line.';
    expect(read.input.format).toBe('graph-documents');
    expect(toldOf(read)).toEqual([
      ['Mira Holt founded Blue Line', founded, undefined, undefined],
      ['Mira Holt founded Blue Line', second, undefined, 'She founded it'],
      ['Mira Holt lives in Norrby', second, undefined, undefined],
    ]);
    expect(documentsOf(read).map(({ title }) => title)).toEqual(['ferry.txt']);
    expect(read.rejects.map(({ reason }) => reason)).toEqual([
      'it is not a graph document; it needs nodes, relationships and a source with page_content',
    ]);
  });

  it('of LangChain may be one by itself', async () => {
    const read = await readInput(fixture('graph-documents/one.json'));

    expect(read.input.format).toBe('graph-documents');
    expect(toldOf(read)).toEqual([['Mira Holt founded Blue Line', founded, undefined, undefined]]);
  });

  it('of neo4j-graphrag cite the chunk that both ends are from', async () => {
    const read = await readInput(fixture('graph-documents/neo4j-graphrag.json'));

    expect(toldOf(read)).toEqual([['Mira Holt founded Blue Line', founded, 'candidate', undefined]]);
  });

  it('of cognee cite the chunk that holds both ends, and have the kinds that are nodes', async () => {
    const read = await readInput(fixture('graph-documents/cognee.json'));

    expect(toldOf(read)).toEqual([['mira holt founder of blue line', founded, 'candidate', undefined]]);
    expect(entitiesOf(read).map(([name, kind]) => [name, kind])).toEqual([
      ['mira holt', 'person'],
      ['blue line', 'thing'],
    ]);
    expect(documentsOf(read).map(({ title }) => title)).toEqual(['ferry.txt']);
    expect(marksOf(read)).toEqual([['Mira Holt', 'Blue Line']]);
  });

  it('of neo4j-graphrag without chunks are named by their properties, and cite what a relationship quotes', async () => {
    const read = await readInput(fixture('graph-documents/bare.json'));

    expect(toldOf(read)).toEqual([['Mira Holt FOUNDED Blue Line', founded, undefined, undefined]]);
  });
});

describe('a graph that was built from texts', () => {
  it.each([
    'built/llm-graph-builder.json',
    'built/graphiti.json',
    'property-graph/storage',
    'graph-documents/langchain.json',
  ])('has the same ids each time: %s', async (name) => {
    const [first, second] = [await readInput(fixture(name)), await readInput(fixture(name))];

    expect(second.triples.map(({ evidence }) => evidence.id)).toEqual(
      first.triples.map(({ evidence }) => evidence.id),
    );
    expect(new Set(first.triples.map(({ evidence }) => evidence.id)).size).toBe(first.triples.length);
  });
});
