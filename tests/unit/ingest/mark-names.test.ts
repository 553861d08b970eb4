import { describe, expect, it } from '@jest/globals';

import { markNames } from '@/lib/ingest/spans/mark-names';
import { parseMerges, toMergesText } from '@/lib/ingest/names/merges-text';
import { createSpanTally } from '@/lib/ingest/spans/span-tally';
import { sliceCodePoints } from '@/lib/model/text-offsets';

const ana = { name: 'Ana', aliases: ['Ana Lima', ' Lima '] };
const porto = { name: 'Porto' };

function mark(text: string) {
  return markNames(text, [ana, porto]).map(
    ({ entity, start, end }) => `${entity.name}: ${sliceCodePoints(text, start, end)} ${start}`,
  );
}

describe('Names in a text', () => {
  it('are marked as whole words wherever they stand, in the order of the text', () => {
    expect(mark('😀 Porto: Ana met Lima in Porto, not in Portofino.')).toEqual([
      'Porto: Porto 2',
      'Ana: Ana 9',
      'Ana: Lima 17',
      'Porto: Porto 25',
    ]);
  });

  it('are the longest of those that overlap', () => {
    expect(mark('Ana Lima')).toEqual(['Ana: Ana Lima 0']);
    expect(mark('Lima Ana Lima Ana')).toEqual(['Ana: Lima 0', 'Ana: Ana Lima 5', 'Ana: Ana 14']);
  });

  it('are the first where two of one length overlap', () => {
    const marks = markNames('one two one', [{ name: 'two one' }, { name: 'one two' }]);

    expect(marks.map(({ entity }) => entity.name)).toEqual(['one two']);
  });

  it('may stand side by side', () => {
    expect(markNames('a-b', [{ name: 'a' }, { name: 'b' }, { name: '-' }])).toHaveLength(3);
  });

  it('are found in either Unicode form', () => {
    expect(markNames('Jos\u00e9', [{ name: 'Jose\u0301' }])).toHaveLength(1);
  });
});

describe('What a load remembers of its merges', () => {
  it('comes back as it was, in one order', () => {
    const pairs = new Map([
      ['usa', 'us'],
      ['prc', 'china'],
    ]);

    expect(toMergesText(pairs)).toBe('prc china usa us');
    expect(parseMerges(toMergesText(pairs))).toEqual(pairs);
    expect(toMergesText(parseMerges('usa us prc china'))).toBe('prc china usa us');
  });

  it('is empty when nothing was merged', () => {
    expect(toMergesText(new Map())).toBe('');
    expect(parseMerges('')).toEqual(new Map());
  });
});

describe('How spans were fitted', () => {
  const span = { start: 0, end: 1 };

  it('is told in sentences, one for each way, and not where they fitted as they were', () => {
    const tally = createSpanTally();
    for (const how of ['codepoint', 'utf16', 'found', 'found', 'byte', 'byte', 'byte'] as const) {
      expect(tally.count({ span, how })).toEqual({ span, how });
    }
    tally.count({ problem: 'nowhere' });

    expect(tally.notices()).toEqual([
      'One span counted UTF-16 code units; converted to characters.',
      '3 spans counted UTF-8 bytes; converted to characters.',
      '2 spans did not match their words; the nearest occurrence of the same words was used.',
    ]);
  });

  it('is not told when all fitted', () => {
    expect(createSpanTally().notices()).toEqual([]);
  });
});
