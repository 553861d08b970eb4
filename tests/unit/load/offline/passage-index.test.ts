import { describe, expect, it } from '@jest/globals';

import { createPassageIndex } from '@/lib/load/offline/passage-index';
import { Passage } from '@/lib/model/passage';

function passage(number: number, text = `Text ${number}.`): Passage {
  return Passage.parse({ id: `d.${number}`, document: 'd', index: number, text });
}

describe('the index of passages', () => {
  it('tells new ones, known ones and those with another text, also among many', () => {
    const index = createPassageIndex();
    const numbers = Array.from({ length: 20_000 }, (_, at) => at + 1);

    expect(new Set(numbers.map((number) => index.take(passage(number))))).toEqual(new Set(['new']));
    expect(new Set(numbers.map((number) => index.take(passage(number))))).toEqual(new Set(['known']));
    expect(new Set(numbers.map((number) => index.take(passage(number, 'Other.'))))).toEqual(
      new Set(['changed']),
    );
    expect(index.has('d.20000')).toBe(true);
    expect(index.has('d.20001')).toBe(false);
  });
});
