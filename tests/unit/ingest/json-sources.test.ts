import { describe, expect, it } from '@jest/globals';

import { documentsOf, sentencesOf, textsOf } from './read-files';
import { noticesOf, readText } from './read-written';

const triple = { subject: 'Eva', relation: 'met', object: 'Bo' };

async function readJson(value: unknown) {
  const read = await readText('facts.json', JSON.stringify(value));
  expect(read.rejects).toEqual([]);
  return read;
}

describe('The source of a triple in JSON', () => {
  it.each([
    [{ url: 'https://news.example/7' }, { url: 'https://news.example/7' }],
    [{ source: 'https://news.example/7' }, { url: 'https://news.example/7' }],
    [{ source: 'The Fog Daily' }, { title: 'The Fog Daily' }],
    [{ citation: 'Gry 2019' }, { title: 'Gry 2019' }],
    [{ file_name: 'quay.txt' }, { title: 'quay.txt' }],
    [
      { outlet: 'Harbour Times', headline: 'Noon' },
      { title: 'Noon', publisher: 'Harbour Times' },
    ],
    [{ outlet: 'Harbour Times' }, { title: 'Harbour Times', publisher: 'Harbour Times' }],
  ])('is the document that it names without words: %j', async (source, document) => {
    const read = await readJson([{ ...triple, ...source }]);

    expect(documentsOf(read)).toMatchObject([document]);
    expect(read.triples[0]?.evidence.document).toBe(documentsOf(read)[0]?.id);
    expect(textsOf(read)).toEqual([]);
    expect(noticesOf(read)).not.toContain('Not read');
  });

  it('is no end of the triple that is called source', async () => {
    const read = await readJson([{ source: 'Eva', target: 'Bo', type: 'met' }]);

    expect(documentsOf(read)).toEqual([]);
    expect(sentencesOf(read)).toEqual(['Eva MET Bo']);
  });

  it('is the document around it', async () => {
    const read = await readJson({
      title: 'The quay',
      url: 'https://news.example/q',
      triples: [triple],
      text: 'At noon Eva met Bo.',
    });

    expect(documentsOf(read)).toMatchObject([{ title: 'The quay', url: 'https://news.example/q' }]);
    expect(textsOf(read)).toEqual(['At noon Eva met Bo.']);
  });

  it('is the record around it, whose words give way to its own', async () => {
    const read = await readJson([
      {
        title: 'The quay',
        text: 'At noon Eva met Bo. She left.',
        triples: [{ ...triple, evidence: 'At noon Eva met Bo.' }],
      },
      { title: 'The fog', triples: [{ subject: 'Cy', relation: 'left', object: 'Oslo' }] },
    ]);

    expect(documentsOf(read).map(({ title }) => title)).toEqual(['The quay', 'The fog']);
    expect(textsOf(read)).toEqual(['At noon Eva met Bo.']);
  });

  it('is the file that a list of triples is called by', async () => {
    const read = await readJson({ 'quay.txt': [triple], 'fog.txt': [{ ...triple, object: 'Cy' }] });

    expect(documentsOf(read).map(({ title }) => title)).toEqual(['quay.txt', 'fog.txt']);
  });
});

describe('A triple in JSON that lists several ends', () => {
  it('is one for each of them', async () => {
    const read = await readJson([{ ...triple, object: ['Bo', { name: 'Cy' }] }]);

    expect(sentencesOf(read)).toEqual(['Eva MET Bo', 'Eva MET Cy']);
    expect(read.triples.map(({ evidence }) => evidence.record)).toEqual([1, 2]);
  });
});
