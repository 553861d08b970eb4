import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { QuestionError } from '@/lib/ingest/question-error';
import { readMappings, saveMapping } from '@/lib/ingest/table/mapping-file';
import { parseMapping, printMapping, type ColumnQuestion } from '@/lib/model/mapping';

import { readInput } from './read-input';
import { noticesOf, readText, sentencesOf } from './read-written';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-ask-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** What is asked about a table; fails when it is read without a word. */
async function questionOf(name: string, text: string): Promise<ColumnQuestion> {
  const asked = await readText(name, text).then(
    (read) => `read as: ${sentencesOf(read).join('; ')}`,
    (error: unknown) => error,
  );
  if (asked instanceof QuestionError) return asked.question;
  throw new Error(`Not asked: ${String(asked)}`);
}

describe('a table whose columns nothing tells', () => {
  it.each([
    [
      'of members',
      'Member,Team,Harbour\nEva Rask,Blue,North Pier\nIb Sund,Red,South Pier\nOla Vik,Blue,North Pier\n',
    ],
    [
      'of members, without a header',
      'Eva Rask,Blue,North Pier\nIb Sund,Red,South Pier\nOla Vik,Blue,East Pier\nUno Berg,Red,North Pier\n',
    ],
    [
      'of a survey',
      'Respondent;Answer;Remark\nA. Holm;yes;none\nB. Holm;no;none\nC. Holm;yes;late\nD. Holm;no;none\n',
    ],
    [
      'with one word that is known',
      'ship_id,cargo,relation\ns-a,timber,carries_load\ns-b,salt,carries_load\n',
    ],
    [
      'in Greek',
      'Όνομα,Ομάδα,Λιμάνι\nΆννα,Μπλε,Βόλος\nΒίκη,Μπλε,Χίος\nΓιώργος,Κόκκινη,Βόλος\nΔώρα,Μπλε,Χίος\n',
    ],
    ['of weighted edges', 'Eva,Ib,4\nIb,Ola,2\nOla,Eva,9\nEva,Uno,1\n'],
    [
      'with more than four columns',
      'p.txt\t0\tEva\tmet\tIb\tEva met Ib.\np.txt\t1\tIb\tmet\tOla\tIb met Ola.\np.txt\t2\tOla\tmet\tEva\tOla met Eva.\n',
    ],
    [
      'of long texts',
      `Eva,${'met and met again '.repeat(9)},Ib\nIb,${'met and met again '.repeat(9)},Eva\n`.repeat(3),
    ],
  ])('is asked about, and nothing of it is read: %s', async (_, text) => {
    const question = await questionOf('table.csv', text);

    expect(question.rows.length).toBeGreaterThan(0);
    expect(question.fields).toEqual(expect.arrayContaining(['subject', 'relation', 'object', 'start']));
  });

  it('is shown with its columns, three rows and the best guess', async () => {
    const question = await questionOf(
      'members.csv',
      'Member,Team,Harbour\nEva Rask,Blue,North Pier\nIb Sund,Red,South Pier\nOla Vik,Blue,North Pier\nUno Berg,Red,East Pier\n',
    );

    expect(question).toMatchObject({
      columns: ['Member', 'Team', 'Harbour'],
      rows: [
        ['Eva Rask', 'Blue', 'North Pier'],
        ['Ib Sund', 'Red', 'South Pier'],
        ['Ola Vik', 'Blue', 'North Pier'],
      ],
      guess: { columns: { subject: 'Member', relation: 'Team', object: 'Harbour' } },
    });
    expect(printMapping(question.guess)).toBe('subject=Member,relation=Team,object=Harbour');
  });

  it('goes by numbers of columns where its first row is one of it', async () => {
    const question = await questionOf('edges.csv', 'Eva,Ib,4\nIb,Ola,2\nOla,Eva,9\nEva,Uno,1\n');

    expect(question).toMatchObject({ columns: ['1', '2', '3'], guess: { header: false } });
    expect(question.guess.columns).toEqual({ subject: '1', object: '2' });
    expect(question.rows[0]).toEqual(['Eva', 'Ib', '4']);
  });

  it('with both ends named is told that one relation for all rows can be given', async () => {
    const question = await questionOf('payments.csv', 'source,target,purpose\nEva,Ib,rent\nIb,Ola,fish\n');

    expect(question.reason).toContain(`relation='"paid"'`);
  });

  it('that lists nodes is told so', async () => {
    const question = await questionOf('people.csv', 'Id,Label,Group\np1,Eva,Blue\np2,Ib,Red\n');

    expect(question.reason).toMatch(/table of nodes \(Id, Label\).*--edges/u);
  });
});

describe('a table without a header', () => {
  it.each([
    [
      'names stand on both sides of a relation that comes again',
      'Eva\tmet\tIb\nIb\tpraised\tOla\nOla\tmet\tEva\nIb\tpraised\tEva\n',
    ],
    [
      'nearly all names stand on both sides, and hardly a relation comes again',
      'exports\tEva\tIb\nborders\tIb\tOla\nwars\tOla\tEva\ntreaty\tIb\tEva\naid\tEva\tOla\n',
    ],
    [
      'relations are written as programs write them',
      'Eva,works_at,North Pier\nIb,works_at,South Pier\nOla,lives_in,Lund\nUno,lives_in,Ystad\n',
    ],
    ['one row in many is odd', `${'Eva\tmet\tIb\nIb\tmet\tEva\n'.repeat(20)}Eva\tmet\n`],
  ])('is read without asking where %s', async (_, text) => {
    const read = await readText('bare.tsv', text);

    expect(read.triples.length).toBeGreaterThan(1);
    expect(noticesOf(read)).toContain('The file has no header');
  });

  it('has years as dates and no other numbers', async () => {
    const rows = (date: (at: number) => number) =>
      Array.from({ length: 8 }, (_, at) => `${at % 2 ? 'Eva\tmet\tIb' : 'Ib\tmet\tEva'}\t${date(at)}`).join(
        '\n',
      );

    expect(
      sentencesOf(
        await readText(
          'years.tsv',
          rows((at) => 1990 + ((at * 5) % 8)),
        ),
      )[0],
    ).toBe('Ib met Eva 1990');
    expect(
      sentencesOf(
        await readText(
          'counts.tsv',
          rows((at) => 2304 + ((at * 5) % 8)),
        ),
      )[0],
    ).toBe('Ib met Eva');
  });
});

describe('the columns of other languages', () => {
  it.each([
    ['German', 'Von;Nach;Beziehung\nEva;Ib;lobt\n'],
    ['French', 'Sujet,Relation,Objet\nEva,loue,Ib\n'],
    ['Spanish', 'Sujeto,Relación,Objeto\nEva,elogia,Ib\n'],
    ['Russian', 'Источник,Связь,Цель\nЕва,хвалит,Иб\n'],
    ['Chinese', '来源,关系,目标\n伊娃,赞扬,伊布\n'],
  ])('are known: %s', async (_, text) => {
    expect((await readText('table.csv', text)).triples).toHaveLength(1);
  });
});

describe('what a person says about the columns', () => {
  const text = 'Who,Did,Whom,When\nEva,praised,Ib,2021\nIb,met,Ola,2022\n';

  it('goes before everything else, by names, numbers and in any case', async () => {
    const byName = await readText('a.csv', text, {
      mapping: { columns: parseMapping('subject=who, relation=DID,object=Whom,start=When') },
    });
    const byNumber = await readText('a.csv', text, {
      mapping: { columns: parseMapping('object=1,relation=2,subject=3') },
    });

    expect(sentencesOf(byName)).toEqual(['Eva praised Ib 2021', 'Ib met Ola 2022']);
    expect(sentencesOf(byNumber)).toEqual(['Ib praised Eva', 'Ola met Ib']);
  });

  it('may be that the first line is a row, and that the relation is the same in each', async () => {
    const read = await readText('a.csv', 'Eva,Ib\nIb,Ola\n', {
      mapping: { header: false, columns: parseMapping('subject=1,object=2,relation=paid') },
    });

    expect(sentencesOf(read)).toEqual(['Eva paid Ib', 'Ib paid Ola']);
  });

  it('may take numbers for names', async () => {
    const numbers = 'source,target,type\n1,2,cites\n2,3,cites\n';

    await expect(readText('a.csv', numbers)).rejects.toThrow(/numbers or ids \(1, 2, 3\)/u);
    const columns = parseMapping('subject=source,relation=type,object=target');
    expect((await readText('a.csv', numbers, { mapping: { columns } })).triples).toHaveLength(2);
    expect((await readText('a.csv', numbers, { idsAsNames: true })).triples).toHaveLength(2);
  });

  it.each([
    ['subject=Who,relation=Dit,object=Whom', /no column 'Dit' for the relation\. Is 'Did' meant\?/u],
    ['subject=Wo,relation=Did,object=Whom', /no column 'Wo' for the subject\. Is 'Who' meant\?/u],
    [
      'subject=Harbour,relation=Did,object=Whom',
      /no column 'Harbour'.*The columns are: Who, Did, Whom, When/u,
    ],
    ['subject=Who,relation=Who,object=Whom', /'Who' is named for subject and for relation/u],
    ['subject=Who,relation=Did', /does not say where to find object/u],
    ['subject=Who,relation=Did,object=Whom,colour=When', /no field 'colour'; the fields are subject/u],
  ])('is refused where it cannot be: %s', async (said, message) => {
    await expect(readText('a.csv', text, { mapping: { columns: parseMapping(said) } })).rejects.toThrow(
      message,
    );
  });

  it('is about tables', async () => {
    await expect(
      readText('a.json', '[{"subject": "Eva", "relation": "met", "object": "Ib"}]', {
        mapping: { columns: parseMapping('subject=Who,relation=Did,object=Whom') },
      }),
    ).rejects.toThrow(/--map is only for the columns of a table/u);
  });

  it('is kept beside the table, and found again for tables with these columns and no others', async () => {
    const columns = parseMapping('subject=Who,relation=Did,object=Whom');
    await saveMapping(folder, { columns, for: { header: ['Who', 'Did', 'Whom', 'When'] } });
    await writeFile(path.join(folder, 'next.csv'), text.replaceAll('Eva', 'Uno'));
    await writeFile(path.join(folder, 'other.csv'), text.replace('Did', 'Done'));

    expect(sentencesOf(await readInput(path.join(folder, 'next.csv')))[0]).toBe('Uno praised Ib');
    await expect(readInput(path.join(folder, 'other.csv'))).rejects.toThrow(/What does each column hold/u);
    await saveMapping(folder, {
      columns: { ...columns, start: 'When' },
      for: { header: ['Who', 'Did', 'Whom', 'When'] },
    });
    expect(await readMappings(folder)).toHaveLength(1);
    expect(sentencesOf(await readInput(path.join(folder, 'next.csv')))[0]).toBe('Uno praised Ib 2021');
  });

  it('is told where the file that keeps it cannot be read', async () => {
    const place = await mkdtemp(path.join(folder, 'broken-'));
    await writeFile(path.join(place, 'entente-map.json'), '{"mappings": 3}');

    await expect(readMappings(place)).rejects.toThrow(/entente-map\.json cannot be read/u);
  });

  it('is written as it is read', () => {
    const columns = { subject: 'Last, first', relation: '"paid"', object: 'To whom' };

    expect(parseMapping('"subject=Last, first",relation="paid",object=To whom')).toEqual(columns);
    expect(printMapping({ columns })).toBe(`'"subject=Last, first",relation="paid",object=To whom'`);
  });
});
