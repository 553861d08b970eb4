import { describe, expect, it } from '@jest/globals';

import { documentsOf, entitiesOf, textsOf } from './read-files';
import type { ReadInput } from './read-input';
import { noticesOf, readText, sentencesOf } from './read-written';

const HEAD = `@prefix : <http://harbour.example/> .
@prefix tg: <https://trustgraph.ai/ns/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix dc: <http://purl.org/dc/elements/1.1/> .
`;

/** A chunk of a page of a book, as TrustGraph describes them. */
const BOOK = `
<urn:chunk> a prov:Entity, tg:Chunk ; rdfs:label "Chunk 2" ; prov:wasDerivedFrom <urn:page> ; prov:wasGeneratedBy <urn:cut> .
<urn:page> a prov:Entity, tg:Page ; rdfs:label "Page 7" ; tg:pageNumber "7" ; prov:wasDerivedFrom <urn:book> .
<urn:book> a prov:Entity, tg:Document ; dc:title "The Harbour" ; dc:creator "M. Holm" ; dc:date "2024-02" .
<urn:cut> a prov:Activity ; rdfs:label "chunker extraction" ; prov:used <urn:page> ; tg:ontology :sea ; prov:wasAssociatedWith <urn:agent> .
<urn:agent> a prov:Agent ; rdfs:label "chunker" .
`;
const TEXT = '<urn:chunk> tg:sourceText "Eva praised Ib 🙂.\\nShe met Bo." .';

function sourcesOf({ items, triples }: ReadInput): readonly string[] {
  const texts = new Map(
    items.flatMap((item) => (item.kind === 'passage' ? [[item.passage.id, item.passage.text]] : [])),
  );
  return triples.map(({ evidence: { passage } }) => (passage && texts.get(passage)) ?? 'the file');
}

function namesOf(read: ReadInput): readonly string[] {
  return entitiesOf(read).map(({ name }) => name);
}

describe('Statements that a collection of TrustGraph holds', () => {
  it('cite the chunk that the collection is derived from, in its document', async () => {
    const facts = ':eva :praised :ib . :eva :met :bo .';
    const holder = `<urn:sg> a tg:Subgraph ; tg:contains << :eva :praised :ib >>, << :eva :met :bo >> ; prov:wasDerivedFrom <urn:chunk> .`;
    const read = await readText('core.trig', `${HEAD}${facts}\n<urn:graph:source> {${holder}${BOOK}${TEXT}}`);

    expect(sentencesOf(read)).toEqual(['eva praised ib', 'eva met bo']);
    expect(textsOf(read)).toEqual(['Eva praised Ib 🙂. She met Bo.']);
    expect(sourcesOf(read)).toEqual([textsOf(read)[0], textsOf(read)[0]]);
    expect(documentsOf(read)).toMatchObject([
      { title: 'The Harbour', url: 'urn:book', author: 'M. Holm', published: '2024-02' },
    ]);
  });

  it('are all that becomes entities and relations, and the rest is told', async () => {
    const facts = ':eva :praised :ib .';
    const holder = `<urn:sg> tg:contains << :eva :praised :ib >>, << :eva rdfs:label "Eva" >> ; prov:wasDerivedFrom <urn:chunk> ; dc:date "2026" .`;
    const read = await readText('core.ttl', `${HEAD}${facts}${holder}${BOOK}${TEXT}`);

    expect(namesOf(read)).toEqual(['eva', 'ib']);
    expect(read.triples[0]?.relation.when).toBeUndefined();
    expect(noticesOf(read)).toContain(
      'How documents and statements were made is not read: ontology (1), used (1)',
    );
    expect(noticesOf(read)).toContain('Not read from the annotations of statements: date (1).');
    expect(noticesOf(read)).toContain('1 quoted statements describe a resource and join no two');
  });

  it('cite where the chunk stands when its text is not there', async () => {
    const holder = `<urn:sg> tg:contains << :eva :praised :ib >> ; prov:wasDerivedFrom <urn:chunk> .`;
    const read = await readText('core.ttl', `${HEAD}${holder}${BOOK}`);

    expect(sourcesOf(read)).toEqual(['Page 7, Chunk 2']);
  });

  it('leave chunks alone that nothing came from, and tell them', async () => {
    const holder = `<urn:sg> tg:contains << :eva :praised :ib >> ; prov:wasDerivedFrom <urn:chunk> .`;
    const other = `<urn:other> a tg:Chunk ; tg:sourceText "Fog." ; prov:wasDerivedFrom <urn:page2> . <urn:page2> a tg:Page ; prov:wasDerivedFrom <urn:book> .`;
    const read = await readText('core.ttl', `${HEAD}${holder}${BOOK}${TEXT}${other}`);

    expect(namesOf(read)).toEqual(['eva', 'ib']);
    expect(noticesOf(read)).toContain('1 texts are the source of no relation here and were not stored.');
  });

  it('come in circles as well', async () => {
    const holder = `<urn:sg> tg:contains << :eva :praised :ib >> ; prov:wasDerivedFrom <urn:a> .`;
    const circle = `<urn:a> a tg:Chunk ; prov:wasDerivedFrom <urn:b> . <urn:b> a tg:Chunk ; prov:wasDerivedFrom <urn:a> .`;

    expect(documentsOf(await readText('core.ttl', `${HEAD}${holder}${circle}`))).toMatchObject([
      { url: 'urn:b' },
    ]);
  });

  const TIE = '<urn:sg> <http://www.w3.org/ns/prov#wasDerivedFrom> <http://harbour.example/book> .\n';
  const ENDS = '<http://e.org/eva> <http://e.org/met> <http://e.org/ib>';
  it.each([
    ['a quoted statement', `<urn:sg> <https://trustgraph.ai/ns/contains> << ${ENDS} >> .\n${TIE}`],
    [
      'a quoted statement in a graph',
      `<urn:sg> <https://trustgraph.ai/ns/contains> << ${ENDS} >> <urn:g> .\n${TIE}`,
    ],
    [
      'a statement as RDF 1.2 has it',
      `<urn:sg> <http://www.w3.org/ns/prov#hadMember> <<( ${ENDS} )>> .\n${TIE}`,
    ],
    [
      'a statement written as a text',
      `<urn:sg> <https://trustgraph.ai/ns/contains> "<<${ENDS.replace(/[<>]/gu, '')}>>" .\n${TIE}`,
    ],
    ['one for each statement', `<urn:sg> <https://trustgraph.ai/ns/reifies> << ${ENDS} >> .\n${TIE}`],
  ])('may be held as %s', async (_, text) => {
    const read = await readText('core.nq', text);

    expect(sentencesOf(read)).toEqual(['eva met ib']);
    expect(documentsOf(read)).toMatchObject([{ url: 'http://harbour.example/book' }]);
    expect(namesOf(read)).toEqual(['eva', 'ib']);
  });

  it('keep what is said of them alone, beside what is said of the collection', async () => {
    const holder = `<urn:sg> tg:contains << :eva :met :ib ~ :r >> ; prov:wasDerivedFrom <http://harbour.example/log> ; prov:wasAttributedTo :holm . :r dc:date "2023-05" .`;
    const read = await readText('core.ttl', `${HEAD}${holder} :holm rdfs:label "M. Holm" .`);

    expect(sentencesOf(read)).toEqual(['eva met ib 2023-05']);
    expect(read.triples[0]?.evidence).toMatchObject({ attributedTo: expect.anything() });
    expect(documentsOf(read)).toMatchObject([{ url: 'http://harbour.example/log' }]);
  });
});

describe('A quoted statement', () => {
  it('is no fact by itself, nor are its ends entities', async () => {
    const read = await readText(
      'quoted.ttl',
      `${HEAD}:eva :met :ib . :bo :said << :eva :sued :cy >> . :set tg:contains << :eva :robbed :dan >> . << :eva :cursed :fay >> :confidence 0.9 .`,
    );

    expect(sentencesOf(read)).toEqual(['eva met ib']);
    expect(namesOf(read)).toEqual(['eva', 'ib']);
    expect(noticesOf(read)).toContain(
      'Statements about statements other than annotations are not read: said (1).',
    );
    expect(noticesOf(read)).toContain(
      '3 statements are quoted, but neither made in the file nor given a source',
    );
  });

  const made = ':eva :met :ib .';
  const quoted =
    '<< :eva :met :ib >> <https://schema.org/isBasedOn> [ dc:title "The Log" ; tg:sourceText "Eva met Ib." ] .';
  it.each([
    ['before', `${made}\n${quoted}`],
    ['behind', `${quoted}\n${made}`],
  ])('that the file makes %s it is one piece of evidence', async (_, text) => {
    const read = await readText('quoted.ttl', `${HEAD}${text}\n<urn:sg> tg:contains << :eva :met :ib >> .`);

    expect(sourcesOf(read)).toEqual(['Eva met Ib.']);
    expect(documentsOf(read).map(({ title, url }) => [title, url])).toEqual([['The Log', undefined]]);
    expect(namesOf(read)).toEqual(['eva', 'ib']);
  });

  it('is evidence of its own for each source, in a graph or not', async () => {
    const text = `${HEAD}<urn:g> { :eva :met :ib . } << :eva :met :ib ~ :a >> dc:source <urn:one> . << :eva :met :ib ~ :b >> dc:source <urn:two> .`;

    expect(sourcesOf(await readText('quoted.trig', text))).toEqual(['urn:one', 'urn:two']);
  });

  it('has its own source before that of what holds it', async () => {
    const holder = `<urn:sg> tg:contains << :eva :met :ib ~ :r >> ; prov:wasDerivedFrom <urn:log> . :r dc:source <urn:own> .`;

    expect(sourcesOf(await readText('own.ttl', `${HEAD}${holder}`))).toEqual(['urn:own']);
  });

  it('has its date where the file makes it, with a source or not', async () => {
    const text = `${HEAD}:eva :met :ib {| dc:date "2023-05" |} .`;

    expect(sentencesOf(await readText('dated.ttl', text))).toEqual(['eva met ib 2023-05']);
  });

  it('comes from the graph in which it is made, not from that in which it is quoted', async () => {
    const text = `${HEAD}<urn:q> { <urn:sg> tg:contains << :eva :met :ib >> . } <urn:facts> { :eva :met :ib . }`;

    expect(documentsOf(await readText('graphs.trig', text))).toMatchObject([{ url: 'urn:facts' }]);
  });
});
