import { describe, expect, it } from '@jest/globals';

import { noticesOf, readText } from './read-written';

async function readColumn(...cells: readonly string[]) {
  const rows = cells.map((cell, at) => `a,met,b${at},"${cell}"`);
  const read = await readText('rows.csv', ['subject,relation,object,confidence', ...rows].join('\n'));
  expect(read.rejects).toEqual([]);
  return { found: read.triples.map(({ evidence }) => evidence.confidence), told: noticesOf(read) };
}

describe('A column of confidences', () => {
  it.each([
    [
      'shares of 1, with any number of digits',
      ['0.8461999893188477', '1', '0', '1e-05', '.9', '0,87'],
      [85, 100, 0, 0, 90, 87],
    ],
    ['percentages', ['87', '9.5', '1', '0', '100', '66,6'], [87, 10, 1, 0, 100, 67]],
    ['cells that say their whole themselves', ['87 %', '4/5', '0,5%', '7/10'], [87, 80, 1, 70]],
    ['ones, as an extractor that is always sure writes them', ['1', '1', '1'], [100, 100, 100]],
  ])('is read as %s', async (_, cells, percents) => {
    const { found, told } = await readColumn(...cells);

    expect(found).toEqual(percents);
    expect(told).toBe('');
  });

  it.each([
    ['stars', ['5', '3', '4', '1']],
    ['a measure without end', ['12.5', '340', '1200']],
    ['words', ['high', 'medium', 'low']],
  ])('is left out where it holds %s, and no row is lost', async (_, cells) => {
    const { found, told } = await readColumn(...cells);

    expect(found).toEqual(cells.map(() => undefined));
    expect(told).toContain(`In ${cells.length} rows the confidence is left out`);
    expect(told).toContain(`'${cells[0] ?? ''}' (line 2)`);
  });

  it('leaves out the cells that do not fit the others, and tells the first of them', async () => {
    const { found, told } = await readColumn('0.9', '0.8', '87', '0.7', '-1', 'sure', '0.6', '0.5');

    expect(found).toEqual([90, 80, undefined, 70, undefined, undefined, 60, 50]);
    expect(told).toContain(
      "In 2 rows the confidence is left out, since the others of its column are shares of 1: '87' (line 4), '-1' (line 6).",
    );
    expect(told).toContain("In 1 row the confidence is left out, since it is not a number: 'sure' (line 7).");
  });

  it('takes blanks for nothing, without a word', async () => {
    const { found, told } = await readColumn('0.9', 'NA', '-', 'n/a', '?', '');

    expect(found).toEqual([90, undefined, undefined, undefined, undefined, undefined]);
    expect(told).not.toContain('left out');
  });

  it('is judged in JSON as well, where 1 may be a share', async () => {
    const records = [0.8461999893188477, 1, 12.5, 0.25].map((score, at) => ({
      subject: 'Ana',
      relation: 'met',
      object: `B${at}`,
      score,
    }));
    const read = await readText('scores.json', JSON.stringify(records));

    expect(read.triples.map(({ evidence }) => evidence.confidence)).toEqual([85, 100, undefined, 25]);
    expect(noticesOf(read)).toContain("'12.5'");
  });
});
