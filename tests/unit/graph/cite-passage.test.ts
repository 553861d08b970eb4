import { describe, expect, it } from '@jest/globals';

import { citeEvidence, citePassage, originalUrl, passageReference } from '@/lib/graph/cite-passage';
import { Document } from '@/lib/model/document';
import { CitedEvidence } from '@/lib/model/relation-detail';

const document = Document.parse({
  id: 'article',
  title: 'Right time to talk?',
  author: 'Yu Xiaodong',
  publisher: 'NewsChina',
  published: '2023-08',
  url: 'https://example.org/talk',
  rights: 'Digest in our own words.',
});

describe('citePassage', () => {
  it('names publisher, author, date at its precision and paragraph', () => {
    expect(citePassage(document, 17)).toEqual({
      source: 'NewsChina',
      details: ['Yu Xiaodong', 'August 2023', '¶ 17'],
    });
  });

  it('cites a document by its title when nothing else is known', () => {
    expect(citePassage(Document.parse({ id: 'note', title: 'Notes' }), 2)).toEqual({
      source: 'Notes',
      details: ['¶ 2'],
    });
  });
});

describe('citeEvidence', () => {
  const bare = { id: 'e-1', stance: 'supports', mentions: [] };

  it('cites the passage of its document', () => {
    const evidence = CitedEvidence.parse({
      ...bare,
      document,
      passage: { id: 'article.3', index: 3, text: 'x' },
    });

    expect(citeEvidence(evidence)).toEqual(citePassage(document, 3));
  });

  it('cites file and line of a bare triple', () => {
    const evidence = CitedEvidence.parse({ ...bare, file: 'triples.csv', line: 12 });

    expect(citeEvidence(evidence)).toEqual({ source: 'file triples.csv', details: ['line 12'] });
  });
});

describe('citeEvidence, where the source is half known', () => {
  const bare = { id: 'e-1', stance: 'supports', mentions: [] };

  it('says that it is not recorded', () => {
    expect(citeEvidence(CitedEvidence.parse(bare))).toEqual({ source: 'Source not recorded', details: [] });
  });

  it('cites a file without a line', () => {
    expect(citeEvidence(CitedEvidence.parse({ ...bare, file: 'a.csv' }))).toEqual({
      source: 'file a.csv',
      details: [],
    });
  });

  it('cites the file where the document of a passage, or its passage, is missing', () => {
    const passage = { id: 'article.3', index: 3, text: 'x' };

    for (const half of [{ document }, { passage }]) {
      expect(citeEvidence(CitedEvidence.parse({ ...bare, ...half, file: 'a.csv' })).source).toBe(
        'file a.csv',
      );
    }
  });
});

describe('passageReference', () => {
  it('leaves out what is not known, and what is empty', () => {
    const note = Document.parse({ id: 'note', title: 'Notes', author: '', url: 'javascript:x' });

    expect(passageReference(note, { index: 1, text: 'x' })).toBe('“x”\n“Notes”, ¶ 1.');
    expect(citePassage(note, 1).details).toEqual(['¶ 1']);
  });

  it('gives the text with a full reference and says that it is a digest', () => {
    expect(passageReference(document, { index: 4, text: 'They met.' })).toBe(
      '“They met.”\nYu Xiaodong, “Right time to talk?”, NewsChina, August 2023, ¶ 4. https://example.org/talk (Digest in our own words.)',
    );
  });
});

describe('originalUrl', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'not a url', '//example.org'])(
    'gives no link for %s',
    (url) => {
      expect(originalUrl({ url })).toBeUndefined();
    },
  );

  it('gives none where there is none', () => {
    expect(originalUrl({})).toBeUndefined();
  });

  it('gives an address without encryption too', () => {
    expect(originalUrl({ url: 'http://example.org/talk' })).toBe('http://example.org/talk');
  });

  it('gives a web address', () => {
    expect(originalUrl(document)).toBe('https://example.org/talk');
  });
});
