import { describe, expect, it } from '@jest/globals';

import { createReasonGroups } from '@/lib/load/group-reasons';

describe('Reasons', () => {
  it('are one group when they differ only in what they quote, the largest first', () => {
    const groups = createReasonGroups();
    groups.add({ column: 'object', reason: 'the object is empty; name an entity' });
    for (const date of ["'31/02/2018'", "'30/02/2018'"]) {
      groups.add({ column: 'start', reason: `date ${date} does not exist` });
    }

    expect(groups.list()).toEqual([
      { count: 2, column: 'start', reason: "date '31/02/2018' does not exist", varies: true },
      { count: 1, column: 'object', reason: 'the object is empty; name an entity', varies: false },
    ]);
  });

  it('take bounded room, and are all counted', () => {
    const groups = createReasonGroups();
    for (let at = 0; at < 1000; at += 1) groups.add({ column: `c${at}`, reason: 'no' });

    const list = groups.list();
    expect(list.length).toBeLessThan(300);
    expect(list.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
  });
});
