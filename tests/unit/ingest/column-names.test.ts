import { describe, expect, it } from '@jest/globals';

import { noticesOf, readText, sentencesOf } from './read-written';

describe('the columns of a table of edges', () => {
  it.each([
    ['hero1,hero2\n', 'hero1'],
    ['personA,personB\n', 'personA'],
    ['Person A,Person B\n', 'Person A'],
    ['entity_a,entity_b\n', 'entity_a'],
    ['citing_paper,cited_paper\n', 'citing_paper'],
  ])('are the ends where they are called like opposites: %s', async (header, subject) => {
    const read = await readText('edges.csv', `${header}Ana,Bo\n`);

    expect(sentencesOf(read)).toEqual(['Ana related to Bo']);
    expect(noticesOf(read)).toContain(`The column '${subject}' is read as the subject`);
  });

  it('are not the ends where they are places, or where two pairs might be', async () => {
    await expect(readText('points.csv', 'name,x,y\nAna,1.5,2.5\n')).rejects.toThrow(
      /What does each column hold/u,
    );
    await expect(readText('two.csv', 'team1,team2,city1,city2\nA,B,C,D\n')).rejects.toThrow(
      /What does each column hold/u,
    );
  });

  it('are start and end where these hold names, and dates where they hold dates', async () => {
    const named = await readText('a.csv', 'start,end,relation\nAna,Lund,LIVES_IN\n');
    const dated = await readText('b.csv', 'source,target,type,start,end\nAna,Lund,LIVES_IN,2018,2019\n');

    expect([named, dated].flatMap(sentencesOf)).toEqual(['Ana LIVES_IN Lund', 'Ana LIVES_IN Lund 2018']);
  });

  it('are those of the names where others hold only numbers, and it is told', async () => {
    const read = await readText(
      'ids.csv',
      'source,target,source_name,target_name,weight\n17,4,Ana,Bo,1\n17,5,Ana,Cy,2\n',
    );

    expect(sentencesOf(read)).toEqual(['Ana related to Bo', 'Ana related to Cy']);
    expect(noticesOf(read)).toContain(
      "The column 'source' was not read: 'source_name' is already the subject",
    );
  });

  it('go together: beside head and tail a source is none of them', async () => {
    const read = await readText('source.csv', 'source,head,relation,tail\nReport 7,Ana,met,Bo\n');

    expect(sentencesOf(read)).toEqual(['Ana met Bo']);
  });

  it('may be numbers besides, which are no relation', async () => {
    const read = await readText('book.csv', 'Source,Target,Weight,book\nAna,Bo,3,1\n');

    expect(sentencesOf(read)).toEqual(['Ana related to Bo']);
    expect(noticesOf(read)).toContain('were not read: Weight, book');
  });

  it('may have a column for the relation that is empty', async () => {
    const read = await readText('gephi.csv', 'Source,Target,Type,Id,Label,Weight\nAna,Bo,Undirected,0,,1\n');

    expect(sentencesOf(read)).toEqual(['Ana related to Bo']);
    expect(noticesOf(read)).toContain("The column 'Label' is empty in the first rows");
  });

  it('may be named behind #, below other comments', async () => {
    const snap = await readText('snap.txt', '# Directed graph\n# FromNodeId\tToNodeId\na\tb\n');
    const quoted = await readText('q.csv', '# "head","tail","relation"\n"Ana","Bo","met"\n');

    expect([snap, quoted].flatMap(sentencesOf)).toEqual(['a related to b', 'Ana met Bo']);
  });

  it('give kinds in the words that others use', async () => {
    const { items } = await readText(
      'kinds.csv',
      'subject,relation,object,subject_type,object_type\nAna,works for,Acme,PER,ORG\n',
    );
    const kinds = items.flatMap((item) =>
      item.kind === 'triple' ? item.triple.entities.map(({ entity }) => entity.kind) : [],
    );

    expect(kinds).toEqual(['person', 'organisation']);
  });
});

describe('a table without a header', () => {
  it('has no part in its measures', async () => {
    const read = await readText(
      'openie.tsv',
      '0.97\tAna\tmet\tBo\n0.5\tCy\tmet\tBo\n0.7\tBo\tmet\tAna\n0.9\tBo\tmet\tDi\n',
    );

    expect(sentencesOf(read)).toEqual(['Ana met Bo', 'Cy met Bo', 'Bo met Ana', 'Bo met Di']);
    expect(noticesOf(read)).toContain('Not read: column 1');
  });

  it('begins with data when a row behind # has as many cells as the others', async () => {
    const read = await readText(
      'tags.csv',
      '#quay,used_by,Ana\nBo,met_with,Cy\nCy,met_with,Ana\nDi,used_by,Cy\n',
    );

    expect(sentencesOf(read)).toContain('#quay used_by Ana');
    expect(read.triples).toHaveLength(4);
  });

  it.each([
    ['a matrix', ';A;B\nA;0;1\nB;1;0\n'],
    ['a list of neighbours', 'A;B;C\nB;C\nD;A\n'],
    ['two columns', 'Ana,Bo\nCy,Di\n'],
    ['numbered columns', 'team1,team2,city1,city2\nA,B,C,D\n'],
    ['names of columns over other things', 'item,itemLabel,property,propertyLabel\nQ1,a,P2,b\n'],
  ])('is asked about: %s', async (_, text) => {
    await expect(readText('strange.csv', text)).rejects.toThrow(/What does each column hold\?/u);
  });

  it('may be a hundred thousand, of which nobody compares each with each', async () => {
    const write = (names: string): string =>
      `${names.repeat(50_000)}start\n${'Ana,Bo,'.repeat(50_000)}2018\n`;

    await expect(readText('heroes.csv', write('hero1,hero2,'))).rejects.toThrow(
      /What does each column hold/u,
    );
    expect(sentencesOf(await readText('edges.csv', write('source,target,')))).toEqual([
      'Ana related to Bo 2018',
    ]);
  });
});

describe('columns that are not read', () => {
  it('are all told, first those that look like the text or the address of the source', async () => {
    const words = 'Eva Rask hailed Ib Sund from the north pier at dawn, as the harbour log has it.';
    const rest = Array.from({ length: 12 }, (_, at) => `extra${at}`);
    const read = await readText(
      'log.csv',
      `subject,relation,object,${rest.join(',')},log entry,page\nEva,hailed,Ib,${rest.map(() => 'x').join(',')},"${words}",https://example.org/1\n`,
    );

    const [text, address, all] = read.input.notices();
    expect(text).toBe(
      "log.csv: 'log entry' looks like the text of the source (79 characters on average): --map …,'quote=log entry'.",
    );
    expect(address).toBe("log.csv: 'page' looks like the address of the source: --map …,url=page.");
    expect(all).toMatch(/not read: extra0, .*extra9, and 4 more, which --verbose names\.$/u);
  });

  it('are all named when a person asks for all', async () => {
    const rest = Array.from({ length: 14 }, (_, at) => `extra${at}`);
    const text = `subject,relation,object,${rest.join(',')}\nEva,hailed,Ib,${rest.map(() => 'x').join(',')}\n`;

    const read = await readText('wide.csv', text, { isVerbose: true });

    expect(read.input.notices().at(-1)).toMatch(/extra0, .*extra13\.$/u);
  });
});
