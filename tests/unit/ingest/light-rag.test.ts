import { describe, expect, it } from '@jest/globals';

import { listInputs } from '@/lib/ingest/list-inputs';
import { sliceCodePoints } from '@/lib/model/text-offsets';

import { fixture, readInput, type ReadInput } from './read-input';

const ferry = fixture('light-rag/ferry');

function passagesOf({ items }: ReadInput) {
  return items.flatMap((item) => (item.kind === 'passage' ? [item] : []));
}

/** Sentences with the number of the passage that they cite and what the extractor wrote. */
function toldOf(read: ReadInput) {
  const numbers = new Map(passagesOf(read).map(({ passage }) => [passage.id, passage.index]));
  return read.items.flatMap((item) => {
    if (item.kind !== 'triple') return [];
    const { subject, label, object } = item.wording;
    const { passage, statement, start, grade } = item.triple.evidence;
    expect([start, grade]).toEqual([undefined, undefined]);
    return [[`${subject} ${label} ${object}`, passage && numbers.get(passage), statement]];
  });
}

function marksOf(read: ReadInput) {
  return passagesOf(read).map(({ passage, mentions }) =>
    mentions.map(({ start, end }) => sliceCodePoints(passage.text, start, end)),
  );
}

describe('a folder of LightRAG', () => {
  it('gives each relation a piece of evidence in each chunk, with what the model wrote there', async () => {
    const read = await readInput(ferry);

    expect(read.input.format).toBe('light-rag');
    expect(toldOf(read)).toEqual([
      [
        'Mira Holt related to Blue Ferry Line',
        1,
        'Mira Holt steers for the Blue Ferry Line. (keywords: employment)',
      ],
      [
        'Mira Holt related to Blue Ferry Line',
        2,
        'Mira Holt left the Blue Ferry Line. (keywords: departure)',
      ],
      ['Mira Holt related to Night Fog', 2, 'The night fog stopped Mira Holt. (keywords: delay)'],
      [
        'Mira Holt related to Ota Vale',
        undefined,
        'Ota Vale is a friend of Mira Holt. (keywords: friendship)',
      ],
      ['Blue Ferry Line related to Ota Vale', undefined, 'Ota Vale owns a share. (keywords: ownership)'],
    ]);
    expect(read.rejects).toEqual([]);
  });

  it('claims no direction, since LightRAG knows none', async () => {
    const { items } = await readInput(ferry);

    expect(items.flatMap((item) => (item.kind === 'type' ? [item.entry.type] : []))).toMatchObject([
      { type: 'RELATED_TO', symmetric: true },
    ]);
  });

  it('makes chunks passages of their document, in its order, with names marked across line breaks and before ’s', async () => {
    const read = await readInput(ferry);

    expect(passagesOf(read).map(({ passage }) => [passage.index, passage.text])).toEqual([
      [2, 'In the night fog Mira Holt left the Blue Ferry Line’s quay for good.'],
      [1, 'Mira Holt steers for the Blue Ferry Line. The holt is not hers.'],
    ]);
    expect(marksOf(read)).toEqual([
      ['night fog', 'Mira Holt', 'Blue Ferry Line'],
      ['Mira Holt', 'Blue Ferry Line'],
    ]);
    expect(read.items.flatMap((item) => (item.kind === 'document' ? [item.document.title] : []))).toEqual([
      'log.txt',
    ]);
  });

  it('gives entities with kind and the first of their descriptions', async () => {
    const { items } = await readInput(ferry);

    expect(items.flatMap((item) => (item.kind === 'entity' ? [item.entry.entity] : []))).toMatchObject([
      { name: 'Mira Holt', kind: 'person', description: 'Mira Holt steers the ferry.' },
      { name: 'Blue Ferry Line', kind: 'organisation' },
      { name: 'Night Fog', kind: 'thing' },
      { name: 'Ota Vale', kind: 'thing' },
    ]);
  });

  it('tells of failed documents, of missing chunks and of what it does not read', async () => {
    const { input } = await readInput(ferry);

    expect(input.notices()).toEqual([
      "One document is not completely in this graph, since the status is 'failed': storm.pdf (The model gave no answer).",
      'Unknown kinds, read as thing: weather (1).',
      'Chunks without text, which give no passages: 1.',
      'Chunks that relations name but that are missing: chunk-99 (1).',
      'Relations without an existing chunk, which cite their file: 2.',
      'Descriptions that LightRAG merged from several, of which the first was kept: 2.',
      'Relations that were entered by hand, without a text: 1.',
      'Not read from the graph: created_at (4), weight (4).',
    ]);
  });

  it('is found in the one sub-folder that holds it, and what lies beside is told', async () => {
    const read = await readInput(fixture('light-rag/project'));

    expect(toldOf(read)).toEqual([['SKERRY related to TOVE RIIS', 1, 'Tove Riis lives on the skerry.']]);
    expect(read.input.notices()).toContain('Not read, since they are not part of it: main.py.');
  });

  it('is one input among others where there is data beside it, or a second one', async () => {
    const { inputs } = await listInputs(fixture('light-rag'), undefined);

    expect(inputs.map(({ path }) => path.slice(fixture('light-rag').length + 1))).toEqual([
      'ferry',
      'project',
      'custom.json',
      'lone/graph_chunk_entity_relation.graphml',
    ]);
  });

  it('reads the quoted capitals of 2024, and marks no common word as a name', async () => {
    const read = await readInput(fixture('light-rag/project'));

    expect(read.items.flatMap((item) => (item.kind === 'entity' ? [item.entry.entity] : []))).toMatchObject([
      { name: 'TOVE RIIS', kind: 'person', description: 'Tove Riis keeps the light.' },
      { name: 'SKERRY', kind: 'place' },
      { name: 'WILL' },
    ]);
    expect(marksOf(read)).toEqual([['Tove Riis', 'Skerry']]);
    expect(read.items.flatMap((item) => (item.kind === 'document' ? [item.document.title] : []))).toEqual([
      'Tove Riis’s light on Skerry will burn. A skerry is a rock, …',
    ]);
  });

  it('has the same ids each time', async () => {
    const [first, second] = [await readInput(ferry), await readInput(ferry)];

    expect(second.triples.map(({ evidence }) => evidence.id)).toEqual(
      first.triples.map(({ evidence }) => evidence.id),
    );
  });
});

describe('a graph of LightRAG without its folder', () => {
  it('is read as GraphML, and tells that the texts are missing and where they would be', async () => {
    const { input, triples } = await readInput(fixture('light-rag/lone/graph_chunk_entity_relation.graphml'));

    expect([input.format, triples.length]).toEqual(['graphml', 4]);
    expect(input.notices()[0]).toBe(
      "This graph is LightRAG's or nano-graphrag's, without the texts that its relations were extracted from. They are in kv_store_text_chunks.json, which is missing; put it beside the graph and load the folder.",
    );
  });

  it('names the folder where the texts are', async () => {
    const { input } = await readInput(fixture('light-rag/ferry/graph_chunk_entity_relation.graphml'));

    expect(input.notices()[0]).toContain(`which is beside it; load the folder ${ferry} to get them.`);
  });
});

describe('a graph for LightRAG to take in', () => {
  it('joins relations and chunks by their source', async () => {
    const read = await readInput(fixture('light-rag/custom.json'));

    expect(read.input.format).toBe('light-rag');
    expect(toldOf(read)).toEqual([
      ['Ivo Brand related to Lark', 1, 'Ivo Brand built the Lark. (keywords: building)'],
      ['Ivo Brand related to Sound Bank', undefined, 'The bank lent him money. (keywords: loan)'],
    ]);
    expect(marksOf(read)).toEqual([['Ivo Brand', 'Lark'], []]);
  });
});
