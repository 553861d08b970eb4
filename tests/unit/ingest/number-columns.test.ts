import { describe, expect, it } from '@jest/globals';

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
      "numbers in the column 'begin' are no years as far as can be seen; if they are, call it 'year': '1812' (line 1)",
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
    const { found, told } = await readStarts('', ['7\t3\t9\t1608', '9\t4\t7\t1632', '7\t3\t12\t1632']);

    expect(found).toEqual([undefined, undefined, undefined]);
    expect(told).toContain('In 3 rows the start is left out');
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
