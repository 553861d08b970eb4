import { describe, expect, it } from '@jest/globals';

import {
  citeEvidence,
  citePassage,
  originalUrl,
  documentReference,
  passageReference,
} from '@/lib/graph/cite-passage';
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

describe('evidence of a document without a passage', () => {
  const evidence = CitedEvidence.parse({ id: 'e-1', stance: 'supports', mentions: [], document });

  it('cites the document by publisher, title, author and date', () => {
    expect(citeEvidence(evidence)).toEqual({
      source: 'NewsChina',
      details: ['Right time to talk?', 'Yu Xiaodong', 'August 2023'],
    });
  });

  it('is taken away as the sentence with a full reference', () => {
    expect(documentReference('A met B.', document)).toBe(
      'A met B.\nYu Xiaodong, “Right time to talk?”, NewsChina, August 2023. https://example.org/talk (Digest in our own words.)',
    );
  });
});

describe('evidence of a record of JSON', () => {
  it('cites which record of its file it is', () => {
    const evidence = CitedEvidence.parse({
      id: 'e-1',
      stance: 'supports',
      mentions: [],
      file: 'a.json',
      line: 1,
      record: 12,
    });

    expect(citeEvidence(evidence)).toEqual({ source: 'file a.json', details: ['line 1', 'record 12'] });
  });
});

describe('passageReference', () => {
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

  it('gives a web address', () => {
    expect(originalUrl(document)).toBe('https://example.org/talk');
  });
});
