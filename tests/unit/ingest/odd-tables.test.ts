import { describe, expect, it } from '@jest/globals';

import { noticesOf, readText, sentencesOf } from './read-written';

async function readTable(...lines: readonly string[]) {
  const read = await readText('odd.csv', lines.join('\r\n'));
  expect(read.rejects).toEqual([]);
  return read;
}

describe('A table as a spreadsheet leaves it', () => {
  it('has no rows where there are only separators, nor where DOS ends a file', async () => {
    const read = await readTable(
      'sep=;',
      'subject;relation;object;date',
      'Eva;met;Bo;2023-05-19',
      ';;;',
      ' ; ; ; ',
      ';;',
      '\u001a',
    );

    expect(sentencesOf(read)).toEqual(['Eva met Bo 2023-05-19']);
  });
});

describe('A column of ends', () => {
  it.each([
    ["\"['Cy', 'Di']\"", '"[\'Ed\']"'],
    ['"[""Cy"", ""Di""]"', '"[""Ed""]"'],
  ])('is split where it shows lists: %s', async (several, one) => {
    const read = await readTable('subject,relation,object', `Eva,met,${several}`, `Bo,met,${one}`);

    expect(sentencesOf(read)).toEqual(['Eva met Cy', 'Eva met Di', 'Bo met Ed']);
    expect(noticesOf(read)).toContain('The column of the object lists several');
  });

  it('is split at semicolons where most rows have them', async () => {
    const read = await readTable('subject,relation,object', 'Eva,met,Cy; Di', 'Bo,met,Ed; Fay', 'Cy,met,Di');

    expect(sentencesOf(read)).toEqual(['Eva met Cy', 'Eva met Di', 'Bo met Ed', 'Bo met Fay', 'Cy met Di']);
  });

  it('is not split where one name has a semicolon or brackets', async () => {
    const read = await readTable(
      'subject,relation,object',
      'Eva,met,Cy; Di',
      'Bo,met,Ed',
      'Cy,met,"[\'Di\']"',
      'Cy,met,Fay',
    );

    expect(sentencesOf(read)).toHaveLength(4);
    expect(sentencesOf(read)[0]).toBe('Eva met Cy; Di');
    expect(sentencesOf(read)[2]).toBe("Cy met ['Di']");
  });
});
