/** What the report says is true of what was read, and of nothing else. */
import { describe, expect, it } from '@jest/globals';

import { describeReport } from '@/lib/load/describe-report';
import type { LoadReport } from '@/lib/load/load-report';

const EVERYTHING = 'Everything would be loaded.';

const report: LoadReport = {
  read: 3,
  created: { entities: 2, relations: 1, evidence: 3, passages: 0, documents: 0 },
  unchanged: 0,
  resumed: 0,
  rejected: 0,
  reasons: [],
  shownRejects: [],
  notices: [],
  rejectsFile: null,
  seconds: 1,
  failures: [],
  skipped: [],
  inputs: [],
  isStopped: false,
};
const failure = { path: 'odd.csv', message: 'It is odd.', question: undefined, isNameless: false };

describe('the report of a dry run', () => {
  it('says that everything would be loaded where it is so', () => {
    expect(describeReport(report, true)).toContain(EVERYTHING);
  });

  it.each([
    ['a row was refused', { rejected: 1 }],
    ['a file was not read', { failures: [failure] }],
    ['a file of a folder was not read', { skipped: [failure] }],
    ['it was stopped', { isStopped: true }],
  ])('does not say so when %s', (_, changed) => {
    expect(describeReport({ ...report, ...changed }, true)).not.toContain(EVERYTHING);
  });

  it('that was stopped does not promise to continue', () => {
    const last = describeReport({ ...report, isStopped: true }, true).at(-1);

    expect(last).toContain('Stopped before the end');
    expect(describeReport({ ...report, isStopped: true }, false).at(-1)).toContain(
      'to continue after the last row',
    );
  });
});

describe('a report', () => {
  it('begins with what was not read', () => {
    const [first] = describeReport({ ...report, failures: [failure] }, false);

    expect(first).toBe('Nothing was read from 1 of 1 input: odd.csv.');
  });

  it('counts one as one', () => {
    const lines = describeReport({ ...report, read: 1 }, false);

    expect(lines).toContain('Read 1 row in 1 s, 1 row a second.');
    expect(lines).toContain('New: 3 pieces of evidence, 1 relation, 2 entities, 0 documents, 0 passages.');
  });
});
