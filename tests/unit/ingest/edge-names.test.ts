import { describe, expect, it } from '@jest/globals';

import { documentsOf, readFiles, sentencesOf } from './read-files';

const NAMES = [
  'relationship',
  'relationship_type',
  'interaction',
  'edge_type',
  'rel',
  'verb',
  'predicateLabel',
  'connection',
  'title',
];

async function readEdge(edge: Readonly<Record<string, unknown>>) {
  const nodes = [{ id: 'Eva' }, { id: 'Bo' }];
  const graph = { directed: true, nodes, links: [{ source: 'Eva', target: 'Bo', ...edge }] };
  return await readFiles({ 'graph.json': JSON.stringify(graph) }, 'graph.json');
}

function graphml(name: string): string {
  return `<graphml><key id="d0" for="edge" attr.name="${name}" attr.type="string"/><graph edgedefault="directed">
    <node id="Eva"/><node id="Bo"/><edge source="Eva" target="Bo"><data key="d0">advises</data></edge></graph></graphml>`;
}

function gexf(name: string): string {
  return `<gexf><graph defaultedgetype="directed"><attributes class="edge"><attribute id="0" title="${name}" type="string"/></attributes>
    <nodes><node id="Eva" label="Eva"/><node id="Bo" label="Bo"/></nodes>
    <edges><edge id="0" source="Eva" target="Bo"><attvalues><attvalue for="0" value="advises"/></attvalues></edge></edges></graph></gexf>`;
}

describe('The relation of an edge', () => {
  it.each(NAMES)('may be called %s, in JSON, GraphML and GEXF', async (name) => {
    const all = await Promise.all([
      readEdge({ [name]: 'advises' }),
      readFiles({ 'g.graphml': graphml(name) }, 'g.graphml'),
      readFiles({ 'g.gexf': gexf(name) }, 'g.gexf'),
    ]);

    expect(all.map(sentencesOf)).toEqual([['Eva ADVISES Bo'], ['Eva ADVISES Bo'], ['Eva ADVISES Bo']]);
    expect(all.flatMap(documentsOf)).toEqual([]);
  });

  it('is no caption where it is named, and a caption beside an address is the title of what is there', async () => {
    const named = await readEdge({ relation: 'advises', title: 'a line' });
    const cited = await readEdge({ relation: 'advises', title: 'Noon', sources: 'https://news.example/7' });

    expect(sentencesOf(named)).toEqual(['Eva ADVISES Bo']);
    expect(documentsOf(named)).toEqual([]);
    expect(named.notices.join(' ')).toContain('Not read from the edges: title (1)');
    expect(documentsOf(cited)).toMatchObject([{ url: 'https://news.example/7', title: 'Noon' }]);
  });

  it('has the years and the confidence that edges name as tables do', async () => {
    const { triples } = await readEdge({ rel: 'advises', since: '2019', until: '2021', score: 0.75 });

    expect(triples[0]?.relation.when).toMatchObject({ start: '2019', end: '2021' });
    expect(triples[0]?.evidence.confidence).toBe(75);
    expect((await readEdge({ rel: 'advises', score: 1 })).triples[0]?.evidence.confidence).toBe(100);
  });
});
