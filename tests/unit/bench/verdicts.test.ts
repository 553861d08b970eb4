import { describe, expect, it } from '@jest/globals';

import type { CommandRun, EngineResults } from '@/bench/load/results';
import { judge } from '@/bench/load/verdicts';

const expected = { rows: 1000, newRows: 10, actors: 50 };
const none = { entities: 0, relations: 0, evidence: 0 };
const all = { entities: 50, relations: 1000, evidence: 1000 };
const more = { entities: 50, relations: 1010, evidence: 1010 };
const one = { entities: 0, relations: 1, evidence: 1 };
const ten = { entities: 0, relations: 10, evidence: 10 };
const peaks = { loaderPeak: 200_000_000, enginePeak: undefined, rejected: 0 };
const first: CommandRun = { ...peaks, seconds: 10, read: 1000, created: all, unchanged: 0, stored: all };
const again: CommandRun = { ...peaks, seconds: 3, read: 1000, created: none, unchanged: 1000, stored: all };
const changed: CommandRun = { ...peaks, seconds: 3, read: 1010, created: ten, unchanged: 1000, stored: more };

describe('the verdicts of the load bench', () => {
  it('are all met by a loader that does what is demanded', () => {
    const verdicts = judge(measure({}), expected);
    expect(verdicts.filter(({ isMet }) => isMet !== true)).toEqual([]);
    expect(verdicts).toHaveLength(6);
  });

  it.each([
    ['slower than 80 % of the prototype', { first: { ...first, seconds: 13 } }, '80 %'],
    ['as slow again as at first', { again: { ...again, seconds: 4 } }, 'a third'],
    ['creating something again', { again: { ...again, created: one } }, 'creates nothing'],
    ['calling a row new that was there', { changed: { ...changed, created: more } }, 'new rows alone'],
    ['losing a row that it reports', { first: { ...first, stored: none } }, 'counts in the store'],
    ['refusing a row', { first: { ...first, rejected: 1 } }, 'counts in the store'],
  ])('are not all met by one %s', (_, parts, demand) => {
    const unmet = judge(measure(parts), expected).filter(({ isMet }) => isMet === false);
    expect(unmet.map((verdict) => verdict.demand).join('\n')).toContain(demand);
  });

  it('leave open what nothing was measured for', () => {
    const verdicts = judge({ ...measure({}), prototype: [], singleRow: [] }, expected);
    expect(verdicts.filter(({ isMet }) => isMet === undefined)).toHaveLength(2);
  });

  it('are not met by a loader that takes more than 350 MB', () => {
    const memory = [{ ...first, rows: 100_000, loaderPeak: 351_000_000 }];
    const [last] = judge({ ...measure({}), memory }, expected).slice(-1);
    expect(last).toMatchObject({ isMet: false, seen: '351 MB' });
  });
});

function measure(parts: Partial<Record<'first' | 'again' | 'changed', CommandRun>>): EngineResults {
  const byHand = { rows: 1000, seconds: 9, readSeconds: 1, stored: all };
  return {
    engine: 'embedded',
    product: [{ first, again, changed, ...parts }],
    prototype: [{ first: byHand, again: byHand, changed: byHand }],
    singleRow: [{ rows: 20, seconds: 1, readSeconds: 0, stored: none }],
    loadCsv: [],
    memory: [],
  };
}
