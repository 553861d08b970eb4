import { describe, expect, it } from '@jest/globals';

import { documentsOf, entitiesOf } from './read-files';
import { noticesOf, readText, sentencesOf } from './read-written';

const WD = 'http://www.wikidata.org/entity/';
const uri = (value: string) => ({ type: 'uri', value });
const words = (value: string) => ({ type: 'literal', 'xml:lang': 'en', value });

function answer(vars: readonly string[], ...bindings: readonly object[]): string {
  return JSON.stringify({ head: { vars }, results: { bindings } }, null, 1);
}

const worked = {
  item: uri(`${WD}Q50`),
  itemLabel: words('Eva Rask'),
  prop: uri('http://www.wikidata.org/prop/direct/P108'),
  propLabel: words('employer'),
  value: uri(`${WD}Q60`),
  valueLabel: words('Quay Ltd'),
  start: { ...words('1999-05-01T00:00:00Z'), datatype: 'http://www.w3.org/2001/XMLSchema#dateTime' },
  url: uri('https://paper.example/1'),
};

describe('an answer of a SPARQL endpoint', () => {
  it('joins resources by their labels, with ids, dates and the source beside them', async () => {
    const read = await readText('answer.json', answer([...Object.keys(worked), 'rank'], worked));

    expect([read.input.format, sentencesOf(read)]).toEqual([
      'sparql',
      ['Eva Rask employer Quay Ltd 1999-05-01'],
    ]);
    expect(entitiesOf(read).map(({ id, name }) => [id, name])).toEqual([
      ['Q50', 'Eva Rask'],
      ['Q60', 'Quay Ltd'],
    ]);
    expect(documentsOf(read).map(({ url }) => url)).toEqual(['https://paper.example/1']);
    expect(noticesOf(read)).toContain('Variables that are not read: rank.');
  });

  it('is read as CSV and TSV too, line by line', async () => {
    const csv = `item,itemLabel,prop,propLabel,value,valueLabel\n${WD}Q50,Eva Rask,${WD}P108,employer,${WD}Q60,"Quay, Ltd"\n${WD}Q50,Eva Rask\n`;
    const tsv = `?s\t?p\t?o\n<http://h.example/Eva_Rask>\t<http://h.example/met>\t<http://h.example/Ib_Sund>\n`;
    const [table, tabs] = [await readText('query.csv', csv), await readText('query.tsv', tsv)];

    expect([table.input.format, sentencesOf(table)]).toEqual(['sparql', ['Eva Rask employer Quay, Ltd']]);
    expect(table.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [3, expect.stringContaining('2 cells')],
    ]);
    expect([tabs.input.format, sentencesOf(tabs)]).toEqual(['sparql', ['Eva Rask met Ib Sund']]);
  });

  it('leaves values out, and items without a label to the store, and tells both', async () => {
    const other = { ...worked, value: uri(`${WD}Q61`), valueLabel: words('Q61') };
    const born = { ...worked, propLabel: words('born'), value: words('1960'), valueLabel: undefined };
    const read = await readText('answer.json', answer(Object.keys(worked), worked, other, born));

    expect(sentencesOf(read)).toEqual([
      'Eva Rask employer Quay Ltd 1999-05-01',
      'Eva Rask employer Q61 1999-05-01',
    ]);
    expect(noticesOf(read)).toContain('Values are not read, only what leads to another resource: born (1).');
    expect(noticesOf(read)).toContain('ask the query for labels as well: Q61 (1).');
  });

  it('is asked about where variables do not say what they are, and read as a person says', async () => {
    const { item, itemLabel, value, valueLabel } = worked;
    const text = answer(['boss', 'bossLabel', 'firm', 'firmLabel'], {
      boss: item,
      bossLabel: itemLabel,
      firm: value,
      firmLabel: valueLabel,
    });
    const mapping = { columns: { subject: 'bossLabel', relation: '"leads"', object: 'firm' } };

    await expect(readText('answer.json', text)).rejects.toMatchObject({
      message: expect.stringContaining('What does each column hold?'),
      question: { guess: { columns: { subject: 'boss', relation: '"firm"', object: 'firm' } } },
    });
    expect(sentencesOf(await readText('answer.json', text, { mapping }))).toEqual([
      'Eva Rask leads Quay Ltd',
    ]);
  });

  it('is read as a person has said before', async () => {
    const text = answer(['boss', 'firm'], { boss: words('Eva'), firm: words('Quay Ltd') });
    const kept = {
      for: { header: ['boss', 'firm'] },
      columns: { subject: 'boss', relation: '"leads"', object: 'firm' },
    };

    const read = await readText('answer.json', text, { savedMappings: [kept] });
    expect(sentencesOf(read)).toEqual(['Eva leads Quay Ltd']);
  });

  it('is asked about where its relations are numbers of properties', async () => {
    const { propLabel, ...rest } = worked;

    expect(propLabel).toBeDefined();
    await expect(readText('answer.json', answer(Object.keys(rest), rest))).rejects.toThrow(
      /numbers of properties \(P108\)/u,
    );
  });

  it('is not seen in a table of plain cells', async () => {
    expect((await readText('t.csv', 'subject,relation,object\nEva,met,Ib\n')).input.format).toBe('table');
  });
});
