import { describe, expect, it } from '@jest/globals';

import { rowsToCsv } from '@/lib/export/rows-to-csv';
import { rowsToJson } from '@/lib/export/rows-to-json';

describe('rowsToCsv', () => {
  it('quotes what would break a line or a cell', () => {
    const csv = rowsToCsv(['a', 'b'], [['x,y', 'say "no"\nagain']]);

    expect(csv).toBe('a,b\r\n"x,y","say ""no""\nagain"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('disarms %j as a formula', (text) => {
    const csv = rowsToCsv([text], [[text]]);

    expect(csv.replaceAll('"', '')).toBe(`'${text}\r\n'${text}\r\n`);
  });

  it('leaves numbers as they are and writes nodes as JSON', () => {
    const csv = rowsToCsv(['n', 'node', 'none'], [[-5, { $type: 'node' }, null]]);

    expect(csv).toBe('n,node,none\r\n-5,"{""$type"":""node""}",\r\n');
  });
});

describe('rowsToJson', () => {
  it('gives an object a row, with null for what is missing', () => {
    const json: unknown = JSON.parse(rowsToJson(['a', 'b'], [[1, '二'], [2]]));

    expect(json).toEqual([
      { a: 1, b: '二' },
      { a: 2, b: null },
    ]);
  });
});
