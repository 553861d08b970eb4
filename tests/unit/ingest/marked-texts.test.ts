import { describe, expect, it } from '@jest/globals';

import { sliceCodePoints } from '@/lib/model/text-offsets';

import { documentsOf, textsOf } from './read-files';
import type { ReadInput } from './read-input';
import { noticesOf, readText, sentencesOf } from './read-written';

function marksOf({ items }: ReadInput): readonly string[] {
  return items.flatMap((item) =>
    item.kind === 'passage'
      ? item.mentions.map(({ start, end }) => sliceCodePoints(item.passage.text, start, end))
      : [],
  );
}

function entitiesOf({ items }: ReadInput) {
  return items.flatMap((item) => (item.kind === 'entity' ? [item.entry.entity] : []));
}

function citedOf({ items, triples }: ReadInput): readonly string[] {
  const texts = new Map(
    items.flatMap((item) => (item.kind === 'passage' ? [[item.passage.id, item.passage.text] as const] : [])),
  );
  return triples.map(({ evidence: { passage, start, end } }) =>
    start === undefined ? 'whole' : sliceCodePoints((passage && texts.get(passage)) ?? '', start, end ?? 0),
  );
}

const HEADER = `#FORMAT=WebAnno TSV 3.3
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value
#T_RL=webanno.custom.Deed|label|BT_de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity

`;
const WAVE = `
#Text=🌊 Ona Reef runs Tern_Line.
1-1\t0-2\t🌊\tX\t_\t_\t_\t_\t
1-2\t3-6\tOna\tN\t*[1]\tPER[1]\t_\t_\t
1-3\t7-11\tReef\tN\t*[1]\tPER[1]\t_\t_\t
1-4\t12-16\truns\tV\t_\t_\t_\t_\t
1-5\t17-26\tTern\\_Line\tN\thttp://www.wikidata.org/entity/Q7|*\tORG[2]|LOC[3]\truns|owns\t1-2[1_2]|1-2[1_3]\t
1-6\t26-27\t.\tP\t_\t_\t_\t_\t
`;

describe('WebAnno TSV', () => {
  it('is passages with the marks of named entities, counted in UTF-16, and rows of its relations', async () => {
    const given = WAVE.replace('Q7|*', 'Q7[2]|*[3]');
    const read = await readText('quay.tsv', HEADER + given);

    expect(read.input.format).toBe('webanno');
    expect(sentencesOf(read)).toEqual(['Ona Reef runs Tern_Line', 'Ona Reef owns Tern_Line']);
    expect(marksOf(read)).toEqual(['Ona Reef', 'Tern_Line', 'Tern_Line']);
    expect(citedOf(read)[0]).toBe('Ona Reef runs Tern_Line');
    expect(entitiesOf(read)).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ id: 'Q7', name: 'Tern_Line', kind: 'organisation' }),
        expect.objectContaining({ name: 'Ona Reef', kind: 'person' }),
      ]),
    );
    expect(noticesOf(read)).toBe('Not read from the annotations: the layer POS (1).');
    expect(read.rejects).toEqual([]);
  });

  it('keeps sentences apart, but for those that a relation joins', async () => {
    const rows = `
#Text=Cy Ek came.
1-1\t0-2\tCy\tN\t*[1]\tPER[1]\t_\t_
1-2\t3-5\tEk\tN\t*[1]\tPER[1]\t_\t_
1-3\t6-10\tcame\tV\t_\t_\t_\t_
1-4\t10-11\t.\tP\t_\t_\t_\t_

#Text=It rained.
2-1\t12-14\tIt\tN\t_\t_\t_\t_
2-2\t15-21\trained\tV\t_\t_\t_\t_

#Text=Bo Dahl left.
3-1\t23-30\tBo Dahl\tN\t*\tPER\tmet\t1-1[1_0]
3-2\t31-35\tleft\tV\t_\t_\t_\t_

#Text=The end.
4-1\t37-40\tThe\tD\t_\t_\t_\t_
`;
    const read = await readText('rain.tsv', HEADER + rows);

    expect(textsOf(read)).toEqual(['Cy Ek came. It rained. Bo Dahl left.', 'The end.']);
    expect(sentencesOf(read)).toEqual(['Cy Ek met Bo Dahl']);
    expect(citedOf(read)).toEqual(['Cy Ek came. It rained. Bo Dahl']);
  });

  it('refuses rows that are none, and relations of what is not marked', async () => {
    const broken = WAVE.replace('1-2[1_2]|1-2[1_3]', '1-4[9_2]|1-2[1_3]').replace('26-27', 'here');
    const { rejects, ...read } = await readText('torn.tsv', HEADER + broken);

    expect(sentencesOf({ rejects, ...read })).toEqual(['Ona Reef owns Tern_Line']);
    expect(rejects).toMatchObject([
      { line: 12, column: 'subject', reason: expect.stringContaining('no marked span') },
      { line: 13, reason: expect.stringContaining('no row of a token') },
    ]);
  });

  it('of an older kind is named, with what to do', async () => {
    await expect(readText('old.tsv', '#FORMAT=WebAnno TSV 2\n1\tOna\n')).rejects.toThrow(/WebAnno TSV 3/u);
  });
});

const REX = {
  docid: 'http://www.wikidata.org/entity/Q1',
  title: 'Ona Reef',
  uri: 'http://www.wikidata.org/entity/Q1',
  text: '🌊 She runs Tern Line since 2001.',
  entities: [],
  triples: [
    {
      subject: { uri: 'http://www.wikidata.org/entity/Q1', boundaries: [2, 5], surfaceform: 'She' },
      predicate: { uri: 'http://www.wikidata.org/entity/P169', boundaries: null, surfaceform: null },
      object: { uri: 'http://www.wikidata.org/entity/Q2', boundaries: [11, 20], surfaceform: 'Tern Line' },
    },
    {
      subject: { uri: 'Q2', boundaries: null, surfaceform: 'Tern Lines' },
      predicate: { uri: 'P571', boundaries: null, surfaceform: 'inception' },
      object: {
        uri: '2001-01-01T00:00:00Z^^http://www.w3.org/2001/XMLSchema#dateTime',
        boundaries: [27, 31],
        surfaceform: '2001',
      },
      confidence: 0.91,
    },
  ],
};

describe('T-REx and the data of REBEL', () => {
  it('are texts whose entities are those of Wikidata, called as the whole file calls them', async () => {
    const read = await readText('rex.json', JSON.stringify([REX]));

    expect(read.input.format).toBe('annotations');
    expect(sentencesOf(read)).toEqual(['Ona Reef P169 Tern Line', 'Tern Line inception 2001']);
    expect(entitiesOf(read).map(({ id, name, aliases }) => [id, name, aliases])).toEqual(
      expect.arrayContaining([
        ['Q1', 'Ona Reef', []],
        ['Q2', 'Tern Line', ['Tern Lines']],
      ]),
    );
    expect(marksOf(read)).toEqual(['She', 'Tern Line', '2001']);
    expect(documentsOf(read)).toMatchObject([{ title: 'Ona Reef' }]);
    expect(read.rejects).toEqual([]);
  });

  it('call an entity by its commonest name', async () => {
    const again = { ...REX, docid: 'b', triples: REX.triples.slice(1) };
    const read = await readText('rex.json', JSON.stringify([REX, again]));

    expect(entitiesOf(read)).toContainEqual(
      expect.objectContaining({ id: 'Q2', name: 'Tern Lines', aliases: ['Tern Line'] }),
    );
  });

  it('cite the whole text where an end does not stand in it, and keep the confidence', async () => {
    const read = await readText(
      'rebel.jsonl',
      `${JSON.stringify(REX)}\n${JSON.stringify({ ...REX, docid: 'b' })}\n`,
    );

    expect(citedOf(read).slice(0, 2)).toEqual(['She runs Tern Line', 'whole']);
    expect(read.triples[1]?.evidence).toMatchObject({ confidence: 91 });
  });
});

describe('what REBEL answers', () => {
  it('is read as triples, several of one subject too', async () => {
    const read = await readText(
      'out.txt',
      '<s><triplet> Ona Reef <subj> Tern Line <obj> owner of <subj> Lund <obj> residence<triplet> Cy <subj> Bo <obj> sibling</s>\n',
    );

    expect(read.input.format).toBe('rebel');
    expect(sentencesOf(read)).toEqual([
      'Ona Reef owner of Tern Line',
      'Ona Reef residence Lund',
      'Cy sibling Bo',
    ]);
  });

  it('by mREBEL gives the classes of both ends', async () => {
    const read = await readText('out.txt', 'tp_XX<triplet> Ona Reef <per> Lund <loc> residence</s>\n');

    expect(sentencesOf(read)).toEqual(['Ona Reef residence Lund']);
    expect(read.triples[0]?.entities.map(({ entity }) => entity)).toMatchObject([
      { name: 'Ona Reef', kind: 'person' },
      { name: 'Lund', kind: 'place' },
    ]);
  });

  it('and was cut off is refused for that triple alone', async () => {
    const read = await readText(
      'out.txt',
      '<triplet> Ona <subj> Bo <obj> sibling <triplet> Cy <subj> Bo\nprose\n',
    );

    expect(sentencesOf(read)).toEqual(['Ona sibling Bo']);
    expect(read.rejects).toMatchObject([
      { line: 1, reason: expect.stringContaining('cut off'), row: '<triplet> Cy <subj> Bo' },
      { line: 2, reason: expect.stringContaining('before the first <triplet>') },
    ]);
  });
});

describe('sentences of SemEval', () => {
  it('are passages with both ends marked, and the relation in the direction that it says', async () => {
    const read = await readText(
      'task.txt',
      '1\t"The <e1>fog</e1> of <e2>Lund</e2> came."\nCause-Effect(e2,e1)\nComment: none\n\n2\t"A <e1>crew</e1> met a <e2>pilot</e2>."\nOther\nComment:\n',
    );

    expect(read.input.format).toBe('semeval');
    expect(sentencesOf(read)).toEqual(['Lund cause effect fog']);
    expect(textsOf(read)).toEqual(['The fog of Lund came.', 'A crew met a pilot.']);
    expect(marksOf(read)).toEqual(['fog', 'Lund', 'crew', 'pilot']);
    expect(noticesOf(read)).toBe(
      'Not read from the annotations: pairs with some other relation (Other) (1).',
    );
  });

  it('without both ends, or with a strange relation, are refused', async () => {
    const { rejects } = await readText(
      'task.txt',
      '1\t"The <e1>fog</e1> of <e2>Lund</e2>."\nwhat\n\n2\t"A <e1>crew</e1>."\nOther\n',
    );

    expect(rejects).toMatchObject([
      { line: 2, reason: expect.stringContaining('neither a sentence nor a relation') },
      { line: 4, reason: expect.stringContaining('no <e1> and <e2>') },
    ]);
  });
});
