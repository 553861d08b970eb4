import { describe, expect, it } from '@jest/globals';

import { entitiesOf, readFiles, sentencesOf } from './read-files';

function toGexf(nodes: string): string {
  const titles = ['name', 'title', 'firstName', 'lastName', 'tooltip'];
  const attributes = titles.map((title) => `<attribute id="${title}" title="${title}" type="string"/>`);
  return `<gexf version="1.2"><graph defaultedgetype="directed"><attributes class="node">${attributes.join('')}</attributes>
<nodes>${nodes}</nodes><edges><edge source="a1" target="b2" label="met"/></edges></graph></gexf>`;
}

function toNode(own: string, values: Readonly<Record<string, string>>): string {
  const all = Object.entries(values).map(([name, value]) => `<attvalue for="${name}" value="${value}"/>`);
  return `<node ${own}><attvalues>${all.join('')}</attvalues></node>`;
}

describe('a node of a graph file', () => {
  it('is called by its name where its label is a number or repeats the id', async () => {
    const read = await readFiles(
      {
        'a.gexf': toGexf(
          toNode('id="a1" label="1"', { name: 'Ana Lima' }) +
            toNode('id="b2" label="b2"', { name: 'Bo Chen' }),
        ),
      },
      'a.gexf',
    );

    expect(entitiesOf(read)).toMatchObject([
      { name: 'Ana Lima', aliases: [] },
      { name: 'Bo Chen', aliases: ['b2'] },
    ]);
    expect(sentencesOf(read)).toEqual(['Ana Lima MET Bo Chen']);
  });

  it('is called by the parts of its name, or by a title, where it has nothing else', async () => {
    const read = await readFiles(
      {
        'a.gexf': toGexf(
          toNode('id="a1"', { firstName: 'Ana', lastName: 'Lima' }) +
            toNode('id="b2" label="7"', { tooltip: 'Lund' }),
        ),
      },
      'a.gexf',
    );

    expect(entitiesOf(read).map(({ name }) => name)).toEqual(['Ana Lima', 'Lund']);
  });

  it('has no title as another name, and it is told', async () => {
    const read = await readFiles(
      {
        'a.gexf': toGexf(
          toNode('id="a1" label="Ana"', { title: 'Emperor' }) + toNode('id="b2" label="Bo"', {}),
        ),
      },
      'a.gexf',
    );

    expect(entitiesOf(read)).toMatchObject([{ name: 'Ana', aliases: [] }, { name: 'Bo' }]);
    expect(read.notices.join(' ')).toContain('title');
  });
});
