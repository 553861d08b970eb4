import { describe, expect, it } from '@jest/globals';

import { documentsOf, readFiles, textsOf } from './read-files';
import { noticesOf, readText } from './read-written';

async function readRows(header: string, ...rows: readonly string[]) {
  const read = await readText('facts.csv', [header, ...rows].join('\n'));
  expect(read.rejects).toEqual([]);
  return read;
}

describe('A column of sources', () => {
  it.each([
    ['url', 'https://news.example/7'],
    ['Source URL', 'https://news.example/7'],
    ['link', 'https://news.example/7'],
    ['reference', 'https://news.example/7'],
    ['source', 'https://news.example/7'],
  ])('called %s makes a document of each address, which its rows cite', async (name, address) => {
    const read = await readRows(
      `subject,relation,object,${name}`,
      `Eva,met,Bo,${address}`,
      `Bo,met,Cy,${address}`,
    );

    expect(documentsOf(read)).toMatchObject([{ url: address, title: address }]);
    expect(read.triples.map(({ evidence }) => evidence.document)).toEqual(
      documentsOf(read).flatMap(({ id }) => [id, id]),
    );
    expect(noticesOf(read)).not.toContain('not read');
  });

  it.each(['title', 'citation', 'file_name', 'document', 'outlet'])(
    'called %s makes a document of each title',
    async (name) => {
      const read = await readRows(`subject,relation,object,${name}`, 'Eva,met,Bo,The Fog Daily');

      expect(documentsOf(read)).toMatchObject([{ title: 'The Fog Daily' }]);
    },
  );

  it('makes the document of an address, a title, an outlet and a date, and the passage of the words', async () => {
    const read = await readRows(
      'subject,relation,object,context,url,headline,newspaper,publication_date',
      'Eva Gry,met,Bo Dahl,At noon Eva Gry met Bo Dahl.,https://news.example/7,Noon,The Fog Daily,2023-05-20',
    );

    expect(documentsOf(read)).toMatchObject([
      { url: 'https://news.example/7', title: 'Noon', publisher: 'The Fog Daily', published: '2023-05-20' },
    ]);
    expect(textsOf(read)).toEqual(['At noon Eva Gry met Bo Dahl.']);
    expect(read.items.flatMap((item) => (item.kind === 'passage' ? item.mentions : []))).toHaveLength(2);
    expect(read.triples[0]?.evidence).toMatchObject({ start: 0, end: 28 });
    expect(read.triples[0]?.relation.when).toBeUndefined();
  });

  it.each([
    ['sources', 'https://a.example/1; https://b.example/2', ['https://a.example/1', 'https://b.example/2']],
    ['Source(s)', 'https://a.example/1, https://b.example/2', ['https://a.example/1', 'https://b.example/2']],
    ['outlets', 'The Fog Daily; Harbour Times', ['The Fog Daily', 'Harbour Times']],
  ])(
    'called %s with several makes several documents, each of which says the relation',
    async (name, cell, titles) => {
      const read = await readRows(`subject,relation,object,${name}`, `Eva,met,Bo,"${cell}"`);

      expect(documentsOf(read).map(({ title }) => title)).toEqual(titles);
      expect(new Set(read.triples.map(({ relation }) => relation.id)).size).toBe(1);
      expect(new Set(read.triples.map(({ evidence }) => evidence.id)).size).toBe(2);
    },
  );

  it('says once what two rows of one document say in the same words', async () => {
    const read = await readRows(
      'subject,relation,object,sentence,url',
      'Eva,met,Bo,Eva met Bo and Cy.,https://a.example/1',
      'Eva,met,Cy,Eva met Bo and Cy.,https://a.example/1',
    );

    expect(new Set(read.triples.map(({ evidence }) => evidence.passage)).size).toBe(1);
  });

  it('is none where it holds numbers, or a link that is no address', async () => {
    const read = await readRows(
      'subject,relation,object,source,link',
      'Eva,met,Bo,17,strong',
      'Bo,met,Cy,18,weak',
    );

    expect(documentsOf(read)).toEqual([]);
    expect(noticesOf(read)).toContain('link');
    expect(noticesOf(read)).toContain("The column 'source' was not read");
  });

  it('is read in a folder as well, and leaves its documents alone', async () => {
    const read = await readFiles({
      'triples.csv': 'subject,relation,object,url,quote\nEva,met,Bo,https://a.example/1,Eva met Bo.\n',
    });

    expect(documentsOf(read)).toMatchObject([{ url: 'https://a.example/1' }]);
    expect(textsOf(read)).toEqual(['Eva met Bo.']);
  });

  it('leaves a row without a source to its line', async () => {
    const read = await readRows(
      'subject,relation,object,url',
      'Eva,met,Bo,',
      'Bo,met,Cy,https://a.example/1',
    );

    expect(read.triples[0]?.evidence).toMatchObject({ file: 'facts.csv', line: 2 });
  });
});

describe('Rows of one text', () => {
  it('are a passage each, numbered as their lines, and stay the same when a row is put before them', async () => {
    const rows = ['Eva,visited,Oslo,A visit.', 'Bo,visited,Oslo,A visit.'];
    const read = await readRows('subject,relation,object,text', ...rows);
    const later = await readRows('subject,relation,object,text', 'Cy,left,Oslo,Cy left.', ...rows);
    const passages = read.items.flatMap((item) => (item.kind === 'passage' ? [item.passage] : []));

    expect(passages.map(({ index }) => index)).toEqual([2, 3]);
    expect(new Set(read.triples.map(({ evidence }) => evidence.passage)).size).toBe(2);
    expect(later.triples.slice(1).map(({ evidence }) => evidence.id)).toEqual(
      read.triples.map(({ evidence }) => evidence.id),
    );
    expect(noticesOf(read)).toContain('In 1 row the text is the same as in one before');
  });
});
