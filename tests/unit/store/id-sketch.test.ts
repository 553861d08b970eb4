import { describe, expect, it } from '@jest/globals';

import { deriveId } from '@/lib/model/derive-id';
import { createIdSketch } from '@/lib/store/verbs/write/id-sketch';

const toIds = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => deriveId('v', [from + at]));

describe('createIdSketch', () => {
  it('forgets no id, and takes hardly another for one', () => {
    const sketch = createIdSketch(20_000);
    for (const id of toIds(0, 10_000)) sketch.add(id);

    expect(toIds(0, 10_000).every(sketch.mayHave)).toBe(true);
    expect(toIds(10_000, 20_000).filter(sketch.mayHave).length).toBeLessThan(5);
  });

  it('says maybe to all when it is full', () => {
    const sketch = createIdSketch(10);
    for (const id of toIds(0, 11)) sketch.add(id);

    expect(sketch.mayHave(deriveId('v', ['never seen']))).toBe(true);
  });

  it('remembers ids of any form', () => {
    const sketch = createIdSketch(10);

    expect(sketch.mayHave('usa')).toBe(false);
    sketch.add('usa');
    expect(sketch.mayHave('usa')).toBe(true);
    expect(sketch.mayHave('中国')).toBe(false);
  });
});
