import { describe, expect, it } from '@jest/globals';

import { entitiesOf, readFiles, sentencesOf } from './read-files';

/** In the manner of what Wikidata gives for one entity. */
const WIKIDATA = `@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix wikibase: <http://wikiba.se/ontology#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wds: <http://www.wikidata.org/entity/statement/> .
@prefix wdref: <http://www.wikidata.org/reference/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix p: <http://www.wikidata.org/prop/> .
@prefix ps: <http://www.wikidata.org/prop/statement/> .
@prefix pq: <http://www.wikidata.org/prop/qualifier/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
wd:Q1 a wikibase:Item ; rdfs:label "Ana"@en ; wdt:P69 wd:Q2 ; wdt:P31 wd:Q5 ; wikibase:sitelinks "3" ; p:P69 wds:Q1-AB .
wds:Q1-AB a wikibase:Statement, wikibase:BestRank ; wikibase:rank wikibase:NormalRank ; ps:P69 wd:Q2 ; pq:P582 wd:Q3 ;
  prov:wasDerivedFrom wdref:77 .
wdref:77 a wikibase:Reference .
wd:Q2 a wikibase:Item ; rdfs:label "Lund School"@en .
wd:P69 a wikibase:Property ; rdfs:label "educated at"@en ; wikibase:directClaim wdt:P69 .
`;

describe('RDF', () => {
  it('of Wikidata is read by its direct statements, called by the labels of their properties', async () => {
    const read = await readFiles({ 'Q1.ttl': WIKIDATA }, 'Q1.ttl');

    expect(sentencesOf(read)).toEqual(['Ana EDUCATED_AT Lund School']);
    expect(entitiesOf(read)).toMatchObject([
      { id: 'Q1', name: 'Ana', kind: 'person' },
      { id: 'Q2', name: 'Lund School' },
    ]);
    expect(entitiesOf(read)).toHaveLength(2);
    expect(read.rejects).toEqual([]);
    expect(read.notices.join(' ')).toContain('only the direct statements are read');
  });

  it('that gives names in two parts has them in one', async () => {
    const read = await readFiles(
      {
        'a.ttl': `@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix schema: <https://schema.org/> .
<http://e.org/#a> foaf:givenName "Ana" ; foaf:familyName "Lima" ; foaf:knows <http://e.org/#b> .
<http://e.org/#b> schema:familyName "Chen" ; schema:givenName "Bo" ; schema:name "Bo Z. Chen" .`,
      },
      'a.ttl',
    );

    expect(sentencesOf(read)).toEqual(['Ana Lima KNOWS Bo Z. Chen']);
    expect(entitiesOf(read).map(({ name }) => name)).toEqual(['Ana Lima', 'Bo Z. Chen']);
    expect(read.notices).toEqual([]);
  });

  it('with things that have neither name nor address calls them by their class', async () => {
    const read = await readFiles(
      {
        'a.ttl': `@prefix s: <https://schema.org/> .
<http://e.org/Ana> s:address [ a s:PostalAddress ; s:postalCode "22100" ] ; s:knows _:b .`,
      },
      'a.ttl',
    );

    const [first = '', second] = sentencesOf(read);
    expect(first).toMatch(/^Ana ADDRESS PostalAddress \S+$/u);
    expect(second).toBe('Ana KNOWS _:b');
  });

  it('as Notation3 has the same things under two addresses as one', async () => {
    const read = await readFiles(
      {
        'a.n3': `@prefix foaf: <http://xmlns.com/foaf/0.1/> .
<http://e.org/ana> = <http://other.org/#a> ; a foaf:Person ; foaf:name "Ana" ; foaf:knows <http://e.org/bo> .
<http://other.org/#a> foaf:knows <http://e.org/cy> .`,
      },
      'a.n3',
    );

    expect(read.rejects).toEqual([]);
    expect(sentencesOf(read)).toEqual(['Ana KNOWS bo', 'Ana KNOWS cy']);
    expect(entitiesOf(read)).toContainEqual(expect.objectContaining({ name: 'Ana', kind: 'person' }));
  });
});
