import { describe, expect, it } from '@jest/globals';

import { encodingOf } from '@/lib/ingest/bytes/detect-encoding';

import { documentsOf, readFiles } from './read-files';

const ROWS = 'subject,relation,object\n' + 'Eva Gry,met,Bo Dahl\n'.repeat(200);

function windows(text: string): Uint8Array {
  return Buffer.concat([Buffer.from(ROWS), Buffer.from(text, 'latin1')]);
}

describe('The encoding of text that is nearly all ASCII', () => {
  it.each([
    ['a dash', 'Eva \x96 Gry,met,Bo\n'],
    ['an apostrophe', 'Eva\x92s boat,met,Bo\n'],
    ['quotation marks', '\x93Eva\x94,met,Bo\n'],
    ['one letter', 'Ren\xe9,met,Bo\n'],
    ['letters in two words', 'Jos\xe9 Mu\xf1oz,met,Bo\n'],
  ])('is windows-1252 where the rest is %s, and is told to be guessed', (_, text) => {
    expect(encodingOf(windows(text))).toMatchObject({ label: 'windows-1252', by: 'guessed' });
  });

  it('is Japanese where there are words of it', () => {
    const words = Buffer.from('c6fcbbddd5b7c9fa2c6d65742ccadbbeb0cef0bfc0c5ec0a', 'hex');

    expect(encodingOf(Buffer.concat([Buffer.from(ROWS), words]))?.label).not.toBe('windows-1252');
  });
});

describe('TriG whose statements look like N-Triples', () => {
  it.each(['<http://e.org/report> {', 'GRAPH <http://e.org/report> {', '<http://e.org/report>{'])(
    'keeps the name of the graph as their source: %s',
    async (opening) => {
      const statements = ['eva', 'bo', 'cy', 'di', 'ed'].map(
        (name) => `<http://e.org/${name}> <http://e.org/knows> <http://e.org/fay> .`,
      );
      const text = [opening, ...statements, '}', ''].join('\n');
      const read = await readFiles({ 'graph.trig': text }, 'graph.trig');

      expect(read.rejects).toEqual([]);
      expect(read.triples).toHaveLength(5);
      expect(documentsOf(read)).toMatchObject([{ url: 'http://e.org/report' }]);
    },
  );
});
