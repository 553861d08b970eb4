import { describe, expect, it } from '@jest/globals';

import { documentsOf, entitiesOf } from './read-files';
import { noticesOf, readText, sentencesOf } from './read-written';

const XML_HEAD = [
  '<?xml version="1.0"?>',
  '<!DOCTYPE rdf:RDF [<!ENTITY h "http://harbour.example/">]>',
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:h="http://harbour.example/">',
];

describe('RDF/XML', () => {
  it('joins resources by their names, whatever the file is called', async () => {
    const text = [
      ...XML_HEAD,
      '<foaf:Person rdf:about="&h;eva"><foaf:name>Eva Rask</foaf:name>',
      '<h:praised rdf:resource="&h;ib"/></foaf:Person>',
      '<foaf:Person rdf:about="&h;ib"><foaf:name>Ib Sund</foaf:name></foaf:Person>',
      '</rdf:RDF>',
    ];
    const read = await readText('people.xml', text.join('\n'));

    expect([read.input.format, sentencesOf(read)]).toEqual(['rdf', ['Eva Rask praised Ib Sund']]);
    expect(entitiesOf(read).map(({ kind }) => kind)).toEqual(['person', 'person']);
    expect(read.triples.map(({ evidence }) => evidence.line)).toEqual([5]);
  });

  it('is read up to where it breaks, and says where', async () => {
    const text = [
      ...XML_HEAD,
      '<h:Boat rdf:about="&h;a"><h:met rdf:resource="b"/></h:Boat>',
      '<h:Boat></rdf:RDF>',
      '',
      '',
    ];
    const read = await readText('broken.rdf', text.join('\n'));

    expect(sentencesOf(read)).toEqual(['a met b']);
    expect(read.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [5, expect.stringContaining('nothing from here on is read')],
    ]);
  });

  it('is not blown up by entities', async () => {
    const bomb = `<!DOCTYPE rdf:RDF [<!ENTITY h "${'x'.repeat(3000)}">]>`;
    const read = await readText(
      'bomb.rdf',
      [bomb, XML_HEAD[2], '<h:Boat rdf:about="&h;a"/></rdf:RDF>'].join('\n'),
    );

    expect(read.rejects.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('more than 2,000 characters'),
    ]);
  });
});

const context = {
  h: 'http://harbour.example/',
  name: 'http://xmlns.com/foaf/0.1/name',
  praised: { '@id': 'h:praised', '@type': '@id' },
};

describe('JSON-LD', () => {
  it('is read with the context that it brings, and tells what that does not explain', async () => {
    const eva = { '@id': 'h:eva', name: 'Eva Rask', height: 3, praised: { '@id': 'h:ib', name: 'Ib Sund' } };
    const read = await readText('people.json', JSON.stringify({ '@context': context, '@graph': [eva] }));

    expect([read.input.format, sentencesOf(read)]).toEqual(['rdf', ['Eva Rask praised Ib Sund']]);
    expect(noticesOf(read)).toContain('Left out, since the context does not say what it means: height (1).');
    expect(read.triples.map(({ evidence: { line, record } }) => [line, record === undefined])).toEqual([
      [1, false],
    ]);
  });

  it('has the graphs that it names as sources', async () => {
    const graph = {
      '@context': { ...context, title: 'http://purl.org/dc/terms/title' },
      '@graph': [
        {
          '@id': 'h:report',
          title: 'Fog report',
          '@graph': [{ '@id': 'h:eva', name: 'Eva Rask', praised: 'h:ib' }],
        },
      ],
    };
    const read = await readText('graph.jsonld', JSON.stringify(graph));

    expect(sentencesOf(read)).toEqual(['Eva Rask praised ib']);
    expect(documentsOf(read).map(({ title, url }) => [title, url])).toEqual([
      ['Fog report', 'http://harbour.example/report'],
    ]);
  });

  it('may stand on lines, each a document, whose nameless resources are not those of others', async () => {
    const line = (name: string) =>
      JSON.stringify({ '@context': context, name, 'h:met': { name: `${name} too` } });
    const read = await readText('people.jsonl', `${line('Eva')}\n${line('Ib')}\n`);

    expect(sentencesOf(read)).toEqual(['Eva met Eva too', 'Ib met Ib too']);
  });

  it.each([
    [
      'a context of the network',
      { '@context': 'https://context.example/v1', name: 'Eva' },
      /https:\/\/context\.example\/v1.*nothing is fetched.*Put the context itself/su,
    ],
    ['a context that is none', { '@context': { name: 7 }, name: 'Eva' }, /cannot be read as JSON-LD/u],
  ])('is refused as a whole with %s', async (_, value, message) => {
    await expect(readText('far.jsonld', JSON.stringify(value))).rejects.toThrow(message);
  });
});
