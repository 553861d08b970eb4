import fc from 'fast-check';

import { describe, expect, it } from '@jest/globals';

import { ColumnQuestion, Mapping, MappingFile, parseMapping, printMapping } from '@/lib/model/mapping';

describe('What a person says about columns', () => {
  it.each([
    ['subject=Source,relation=Type', { subject: 'Source', relation: 'Type' }],
    [' Subject = Source name , OBJECT=3', { subject: 'Source name', object: '3' }],
    ['"subject=Last, first",relation=Type', { subject: 'Last, first', relation: 'Type' }],
    [' "subject=Last, first" ', { subject: 'Last, first' }],
    ['relation="met"', { relation: '"met"' }],
    ['relation="met, again"', { relation: '"met, again"' }],
    ['"subject=a"b', { '"subject': 'a"b' }],
    ['x"subject=a"', { 'x"subject': 'a"' }],
    ['"=a"', { '"': 'a"' }],
    ['"a="', { a: '' }],
    ['subject=a=b', { subject: 'a=b' }],
    ['Subject, object = x', { Subject: '', object: 'x' }],
    ['', {}],
    [',', {}],
  ])('is read from %j', (text, columns) => {
    expect(parseMapping(text)).toEqual(columns);
  });

  it.each([
    [{ subject: 'Source', relation: '2' }, 'subject=Source,relation=2'],
    [{ subject: 'Número_1.a-b' }, 'subject=Número_1.a-b'],
    [{ subject: 'Source name' }, `'subject=Source name'`],
    [{ subject: 'Last, first', object: 'o' }, `'"subject=Last, first",object=o'`],
    [{ subject: "the owner's" }, `'subject=the owner'\\''s'`],
  ])('is written for a shell: %j', (columns, text) => {
    expect(printMapping({ columns })).toBe(text);
  });

  it('comes back as it was written', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'Z', ',', ' ', '.', '1'), minLength: 1 });
    const column = name.map((each) => each.trim()).filter((each) => each !== '');

    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('subject', 'relation', 'object'), column), (columns) => {
        expect(parseMapping(printMapping({ columns }).replaceAll("'", ''))).toEqual(columns);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('is taken by its shape alone', () => {
    const mapping = { header: false, columns: { subject: '1' } };
    const question = { reason: 'r', columns: ['a'], rows: [['1']], fields: ['subject'], guess: mapping };

    expect(Mapping.parse(mapping)).toEqual(mapping);
    expect(ColumnQuestion.parse(question)).toEqual(question);
    for (const kept of [{ header: ['a'] }, { file: 'a.csv' }]) {
      const file = { mappings: [{ ...mapping, for: kept }] };
      expect(MappingFile.parse(file)).toEqual(file);
    }
    for (const wrong of [
      { columns: { subject: '' } },
      { columns: { '': '1' } },
      { columns: {}, more: 1 },
      {},
    ])
      expect(Mapping.safeParse(wrong).success).toBe(false);
    for (const wrong of [{}, { mappings: [mapping] }, { mappings: [{ ...mapping, for: {} }] }])
      expect(MappingFile.safeParse(wrong).success).toBe(false);
    expect(ColumnQuestion.safeParse({}).success).toBe(false);
  });
});
