import { describe, expect, it } from '@jest/globals';

import { readFiles, sentencesOf } from './read-files';
import { noticesOf, readText } from './read-written';

async function readStarts(header: string, rows: readonly string[]) {
  const read = await readText('numbers.csv', [header, ...rows].filter((line) => line !== '').join('\n'));
  expect(read.rejects).toEqual([]);
  return { found: read.triples.map(({ relation }) => relation.when?.start), told: noticesOf(read) };
}

describe('Numbers in a column of times', () => {
  it.each(['year', 'Event date', 'since', 'Start year', 'valid_from'])(
    'are years where it is called %s',
    async (name) => {
      const { found } = await readStarts(`subject,relation,object,${name}`, [
        'Ana,led,X,476',
        'Bo,led,X,1066',
        'Cy,led,X,2304',
      ]);

      expect(found.slice(1)).toEqual(['1066', '2304']);
    },
  );

  it('are years in start and end where all of them may be', async () => {
    const { found, told } = await readStarts('subject,relation,object,start,end', [
      'Ana,led,X,1911,1913',
      'Bo,led,X,1914,1918',
      'Cy,led,X,1919,',
    ]);

    expect(found).toEqual(['1911', '1914', '1919']);
    expect(told).toBe('');
  });

  it('are none where they are places in a text', async () => {
    const rows = [
      { source: 'Ana', target: 'Bo', type: 'met', begin: 1812, end: 1830 },
      { source: 'Cy', target: 'Bo', type: 'met', begin: 96, end: 110 },
      { source: 'Di', target: 'Bo', type: 'met', begin: 2950, end: 2977 },
    ];
    const read = await readText('spans.jsonl', rows.map((row) => JSON.stringify(row)).join('\n'));

    expect(read.triples.map(({ relation }) => relation.when)).toEqual([undefined, undefined, undefined]);
    expect(noticesOf(read)).toContain(
      "numbers in the column 'begin' do not look like years; if they are, name it 'year': '1812' (line 1)",
    );
  });

  it('are none where the text beside them goes as far', async () => {
    const text = `${'x'.repeat(2500)} Ana met Bo`;
    const { found } = await readStarts('subject,relation,object,start,end,quote', [
      `Ana,met,Bo,1900,1903,${text}`,
      `Cy,met,Bo,2001,2010,${text} and Cy`,
    ]);

    expect(found).toEqual([undefined, undefined]);
  });

  it('are none where they run on from row to row', async () => {
    const { found, told } = await readStarts('subject,relation,object,time', [
      'Ana,met,Bo,1701',
      'Cy,met,Bo,1702',
      'Di,met,Bo,1703',
      'Ed,met,Bo,1704',
    ]);

    expect(found).toEqual([undefined, undefined, undefined, undefined]);
    expect(told).toContain("numbers in the column 'time'");
  });

  it('are none in a table without a header whose ends are numbers too', async () => {
    const read = await readText('numbers.csv', '7\t3\t9\t1608\n9\t4\t7\t1632\n7\t3\t12\t1632\n', {
      mapping: { header: false, columns: { subject: '1', relation: '2', object: '3', start: '4' } },
    });

    expect(read.triples.map(({ relation }) => relation.when)).toEqual([undefined, undefined, undefined]);
    expect(noticesOf(read)).toContain('In 3 rows the start is left out');
  });

  it('leave the days beside them as they are', async () => {
    const { found } = await readStarts('subject,relation,object,time', [
      'Ana,met,Bo,1911-03-07',
      'Cy,met,Bo,12',
      'Di,met,Bo,15',
    ]);

    expect(found).toEqual(['1911-03-07', undefined, undefined]);
  });
});

describe('A table of numbers with lists of names beside it', () => {
  const table = '0\t1\t2\t11\n2\t0\t0\t12\n2\t0\t9\t12\n';

  it('has the names of the lists', async () => {
    const read = await readFiles(
      {
        'train.txt': table,
        'entity2id.txt': '3\nAna Lima\t0\nBo Dahl\t1\nFog Club\t2\n',
        'relation2id.txt': '2\nmet\t0\nleft\t1\n',
      },
      'train.txt',
    );

    expect(sentencesOf(read)).toEqual(['Ana Lima LEFT Fog Club', 'Fog Club MET Ana Lima']);
    expect(read.rejects).toMatchObject([
      { line: 3, column: 'object', reason: expect.stringContaining('no name for the number 9') },
    ]);
    expect(read.notices.join('\n')).toMatch(/named by .*entity2id\.txt \(3 names\)/u);
  });

  it('has them from lists with the number first as well', async () => {
    const read = await readFiles(
      {
        'valid.txt': '0\t1\t2\n',
        'entities.dict': '0\tAna Lima\n2\tFog Club\n',
        'relations.dict': '1\tleft\n',
      },
      'valid.txt',
    );

    expect(sentencesOf(read)).toEqual(['Ana Lima LEFT Fog Club']);
  });

  it('leaves names as they are, whatever lists there are', async () => {
    const read = await readFiles(
      { 'names.tsv': 'subject\trelation\tobject\nAna\tmet\tBo\n', 'entity2id.txt': 'Ana\t0\n' },
      'names.tsv',
    );

    expect(sentencesOf(read)).toEqual(['Ana MET Bo']);
    expect(read.notices).toEqual([]);
  });
});
