import { describe, expect, it } from '@jest/globals';

import { cpuMs } from '../clock/cpu-clock';
import type { ReadInput } from './read-input';
import { noticesOf, readText, sentencesOf } from './read-written';

function namesOf({ items }: ReadInput): readonly string[] {
  return items.flatMap((item) => (item.kind === 'entity' ? [item.entry.entity.name] : []));
}

function linesOf({ items }: ReadInput): readonly number[] {
  return items.flatMap((item) => (item.kind === 'triple' ? [item.source.line] : []));
}

function reasonsOf({ rejects }: ReadInput): readonly string[] {
  return rejects.map(({ line, reason }) => `${line}: ${reason}`);
}

const GML = `Creator "a test"
# a comment
graph
[
  directed 1
  node [ id 0 label "Ada &quot;A&quot; Holm" ]
  node [
    id 1
    label "Northern
Ferries"
    graphics [ x 1.0 type "rectangle" ]
  ]
  node [ id 2 LabelGraphics [ text "Bo Rask" ] ]
  edge [ source 0 target 1 label "founded" value 3 ]
  edge [
    source 1
    target 2
  ]
  edge [ source 2 target 9 label "saw" ]
]
`;

describe('a GML graph', () => {
  it('names its nodes by their labels, and its edges by theirs', async () => {
    const read = await readText('quay.gml', GML);

    expect(read.input.format).toBe('gml');
    expect(namesOf(read)).toEqual(['Ada "A" Holm', 'Northern Ferries', 'Bo Rask']);
    expect(sentencesOf(read)).toEqual([
      'Ada "A" Holm founded Northern Ferries',
      'Northern Ferries related to Bo Rask',
    ]);
    expect(linesOf(read)).toEqual([14, 15]);
    expect(reasonsOf(read)).toEqual([expect.stringContaining("19: there is no node '9'")]);
    expect(noticesOf(read)).toContain('Not read from the file: graphics (1).');
  });

  it('has edges without direction where it does not say otherwise', async () => {
    const read = await readText('quay.gml', GML.replace('directed 1', ''));

    expect(noticesOf(read)).toContain('Undirected edges: 2.');
  });

  it.each([
    [
      'a quotation mark is missing',
      GML.replace('label "founded"', 'label "founded'),
      'inside a text|no node',
    ],
    ['a bracket is missing', GML.trimEnd().slice(0, -1), "'graph \\[' of line 4 is closed"],
    ['a bracket is too many', `${GML}]\nnode [ id 7 ]`, "this '\\]' closes a bracket"],
  ])('says where it breaks: %s', async (_, text, reason) => {
    expect(reasonsOf(await readText('quay.gml', text)).join('\n')).toMatch(new RegExp(reason, 'u'));
  });
});

const PAJEK = `% a comment
*Vertices 4
1 "Ada Holm" 0.1 0.2 0.5
2 "Bo Rask" [5-10,12]
3 Cy
*Arcs :1 "praised"
1 2 1 l "thanked"
2 3 2
*Edges
1 3 1
*Arcslist
3 1 2
`;

describe('a network of Pajek', () => {
  it('joins its vertices by their numbers, and is called by their labels', async () => {
    const read = await readText('quay.net', PAJEK);

    expect(read.input.format).toBe('pajek');
    expect(namesOf(read)).toEqual(['Ada Holm', 'Bo Rask', 'Cy']);
    expect(
      sentencesOf(read).map((sentence) =>
        sentence.replace('Cy related to Ada Holm', 'Ada Holm related to Cy'),
      ),
    ).toEqual([
      'Ada Holm thanked Bo Rask',
      'Bo Rask praised Cy',
      'Ada Holm related to Cy',
      'Ada Holm related to Cy',
      'Cy related to Bo Rask',
    ]);
    expect(linesOf(read)).toEqual([7, 8, 10, 12, 12]);
    expect(noticesOf(read)).toContain('Undirected edges: 1.');
  });

  it('ends where another network begins', async () => {
    const read = await readText('quay.paj', `${PAJEK}*Vertices 1\n1 "Dee"\n`);

    expect(reasonsOf(read)).toEqual(['13: another network begins here; put it in a file of its own']);
    expect(namesOf(read)).not.toContain('Dee');
  });
});

const DOT = `// a comment
strict digraph "the quay" {
  rankdir=LR; node [shape=box, color="red"]
  ada [label="Ada\\nHolm"];
  "bo" [label=<<b>Bo</b><br/>Rask>]
  cy [shape=record label="{<f0>Cy Lind|age: 4}"]
  /* more
     of it */
  ada -> bo [label="prai" + "sed"];
  ada:n -> {bo cy} -> dee
  subgraph cluster_a { label="A"; edge [label=met]; dee -> eva; bo -> eva [dir=back] }
  eva -> ada [dir=none]
  ada [comment="the first"]
}
`;

describe('a graph in DOT', () => {
  it('reads labels, defaults, chains and groups', async () => {
    const read = await readText('quay.gv', DOT);

    expect(read.input.format).toBe('dot');
    expect(namesOf(read)).toEqual(['Ada Holm', 'Bo Rask', 'Cy Lind', 'dee', 'eva']);
    expect(sentencesOf(read).slice(0, -1)).toEqual([
      'Ada Holm praised Bo Rask',
      'Ada Holm related to Bo Rask',
      'Ada Holm related to Cy Lind',
      'Bo Rask related to dee',
      'Cy Lind related to dee',
      'dee met eva',
      'eva met Bo Rask',
    ]);
    expect(linesOf(read)).toEqual([9, 10, 10, 10, 10, 11, 11, 12]);
    expect(noticesOf(read)).toContain('Undirected edges: 1.');
    expect(reasonsOf(read)).toEqual([]);
  });

  it('without arrows has no direction', async () => {
    const read = await readText('quay.dot', 'graph { ada -- bo -- cy }');

    expect(noticesOf(read)).toContain('Undirected edges: 2.');
  });

  it.each([
    [
      'a brace is missing',
      DOT.trimEnd().slice(0, -1),
      '13: the file ends before the graph that begins in line 2',
    ],
    [
      'a quotation mark is missing',
      DOT.replace('"the first"', '"the first'),
      'its quotation mark is missing',
    ],
    ['a brace is too many', `${DOT}}`, "15: this '}' closes a brace"],
    ['a sign is strange', DOT.replace('eva -> ada', 'eva -> @ada'), "12: '@' does not belong to DOT"],
  ])('says where it breaks, and keeps what stands before: %s', async (_, text, reason) => {
    const read = await readText('quay.dot', text);

    expect(reasonsOf(read).join('\n')).toContain(reason);
    expect(sentencesOf(read)).toContain('Ada Holm praised Bo Rask');
  });
});

const XGMML = `<?xml version="1.0"?>
<graph label="quay" xmlns="http://www.cs.rpi.edu/XGMML" directed="1">
  <att name="name" value="quay"/>
  <node id="-1" label="Ada Holm"><att name="canonicalName" value="-1"/><att name="type" value="person"/><graphics x="1"><att name="name" value="x"/></graphics></node>
  <node id="-2" label="Bo Rask"/>
  <edge source="-1" target="-2" label="whatever"><att name="interaction" value="praised"/></edge>
  <edge source="-2" target="-1" label="Bo Rask (met) Ada Holm"/>
  <edge source="-2" target="-1" label="saw"/>
  <edge source="-2" target="-1"/>
</graph>
`;

describe('an XGMML graph', () => {
  it('names its nodes by their labels, and its edges by their interactions', async () => {
    const read = await readText('quay.xgmml', XGMML);

    expect(read.input.format).toBe('xgmml');
    expect(namesOf(read)).toEqual(['Ada Holm', 'Bo Rask']);
    expect(sentencesOf(read)).toEqual([
      'Ada Holm praised Bo Rask',
      'Bo Rask met Ada Holm',
      'Bo Rask saw Ada Holm',
      'Bo Rask related to Ada Holm',
    ]);
    expect(linesOf(read)).toEqual([6, 7, 8, 9]);
  });

  it('says where it is not well formed', async () => {
    const read = await readText('quay.xgmml', XGMML.replace('</graph>', '</grap>'));

    expect(reasonsOf(read)).toEqual([expect.stringContaining('10: it is not well-formed XML')]);
  });
});

const YED = `<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d10" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
    <node id="n0"><data key="d6"><y:ShapeNode><y:Geometry x="1"/><y:NodeLabel>Ada Holm<y:LabelModel><y:SmartNodeLabelModel distance="4"/></y:LabelModel></y:NodeLabel></y:ShapeNode></data></node>
    <node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel>Bo
Rask<y:ModelParameter/></y:NodeLabel></y:ShapeNode></data></node>
    <edge id="e0" source="n0" target="n1"><data key="d10"><y:PolyLineEdge><y:EdgeLabel>praised<y:LabelModel/></y:EdgeLabel></y:PolyLineEdge></data></edge>
    <edge id="e1" source="n1" target="n0"><data key="d10"><y:PolyLineEdge/></data></edge>
  </graph>
</graphml>
`;

describe('a graph of yEd', () => {
  it('is called by the labels that yEd draws, also where their placing stands in them', async () => {
    const read = await readText('quay.graphml', YED);

    expect(namesOf(read)).toEqual(['Ada Holm', 'Bo Rask']);
    expect(sentencesOf(read)).toEqual(['Ada Holm praised Bo Rask', 'Bo Rask related to Ada Holm']);
  });
});

const SMALL = 10_000;
const LARGE = 100_000;

function count(length: number, toLine: (at: number) => string): string {
  return Array.from({ length }, (_, at) => toLine(at)).join('\n');
}

describe('a graph of 100,000 edges', () => {
  it.each([
    [
      'gml',
      (edges: number) =>
        `graph [\n${count(1000, (at) => `node [ id ${at} label "Person ${at}" ]`)}\n${count(edges, (at) => `edge [ source ${at % 1000} target ${(at * 7) % 1000} label "met" ]`)}\n]`,
    ],
    [
      'net',
      (edges: number) =>
        `*Vertices 1000\n${count(1000, (at) => `${at + 1} "Person ${at}"`)}\n*Arcs\n${count(edges, (at) => `${(at % 1000) + 1} ${((at * 7) % 1000) + 1} l "met"`)}`,
    ],
    [
      'dot',
      (edges: number) =>
        `digraph {\n${count(1000, (at) => `n${at} [label="Person ${at}"]`)}\n${count(edges, (at) => `n${at % 1000} -> n${(at * 7) % 1000} [label=met]`)}\n}`,
    ],
  ])(
    'is read in time that grows with its size: %s',
    async (extension, write) => {
      const time = async (edges: number): Promise<number> => {
        const text = write(edges);
        const start = cpuMs();
        const { triples } = await readText(`large.${extension}`, text);
        expect(triples).toHaveLength(edges);
        return cpuMs() - start;
      };
      await time(2_000);

      expect(await time(LARGE)).toBeLessThan(20 * (await time(SMALL)));
    },
    120_000,
  );
});
