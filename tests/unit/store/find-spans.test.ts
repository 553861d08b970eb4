import { describe, expect, it } from '@jest/globals';

import { sliceCodePoints } from '@/lib/model/text-offsets';
import { findSpans } from '@/lib/store/search/find-spans';

import { growthOf } from '../clock/cpu-clock';

function find(text: string, searched: string): string[] {
  return findSpans(text, searched).map(({ start, end }) => sliceCodePoints(text, start, end));
}

describe('findSpans', () => {
  it.each([
    ['the same word', 'A balloon rose.', 'balloon', ['balloon']],
    ['every one of them', 'Balloon, balloons!', 'balloon', ['Balloon', 'balloons']],
    ['several words', 'The US met China.', 'china us', ['US', 'China']],
    ['a word without its accents', 'Jürgen Müller sprach.', 'muller', ['Müller']],
    ['a decomposed word', 'Jose\u0301 came.', 'José', ['Jose\u0301']],
    ['a word behind an emoji', '😀😀 peace', 'peace', ['peace']],
    ['a typo', 'Blinken left.', 'Blinkn', ['Blinken']],
    ['another form of the word', 'China denied it.', 'deny', ['denied']],
    ['a form whose stem ends in another letter', 'Accusations fly.', 'accused', ['Accusations']],
    ['no stop words beside others', 'The head of the state.', 'the state of', ['state']],
    ['no stop words alone', 'The head of the state.', 'the of', []],
    ['no other word with the same beginning', 'A denim dress.', 'deny', []],
    ['a part of a Chinese text', '国家主席习近平会见了', '习近平', ['习近平']],
    ['pairs of a Chinese text when the whole is not there', '近平会见', '习近平', ['近平']],
    ['a letter that folds to two', 'Straße', 'strasse', ['Straße']],
    ['nothing in the middle of a word', 'disarmament', 'arm', []],
    ['no typo of a short word', 'cat', 'car', []],
    ['nothing for signs', 'a (b) [c]', '([', []],
  ])('marks %s', (...[, text, searched, expected]) => {
    expect(find(text, searched)).toEqual(expected);
  });

  it('reads hostile input in time that grows with its length', () => {
    const growth = growthOf(
      (size) => 'a'.repeat(size),
      (text) => findSpans(text, '(a+)+$ '.repeat(20)),
      20_000,
    );

    expect(growth).toBeLessThan(30);
  });
});
