import { describe, expect, it } from '@jest/globals';

import {
  citeEvidence,
  citePassage,
  originalUrl,
  documentReference,
  passageReference,
  statementReference,
} from '@/lib/reading/cite-passage';
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
  const bare = { id: 'e-1', stance: 'supports', grade: 'row', mentions: [] };

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
  const bare = { id: 'e-1', stance: 'supports', grade: 'row', mentions: [] };

  it('says that it is not recorded', () => {
    expect(citeEvidence(CitedEvidence.parse(bare))).toEqual({ source: 'Source not recorded', details: [] });
  });

  it('cites a file without a line', () => {
    expect(citeEvidence(CitedEvidence.parse({ ...bare, file: 'a.csv' }))).toEqual({
      source: 'file a.csv',
      details: [],
    });
  });

  it('cites the file where the document of a passage is missing', () => {
    const passage = { id: 'article.3', index: 3, text: 'x' };

    expect(citeEvidence(CitedEvidence.parse({ ...bare, passage, file: 'a.csv' })).source).toBe('file a.csv');
  });

  it('says where earlier loads have it, each place once', () => {
    const earlier = [
      { load: 'l-1', line: 2 },
      { load: 'l-2', line: 2 },
      { load: 'l-3', line: 1, record: 7 },
    ];

    expect(citeEvidence(CitedEvidence.parse({ ...bare, file: 'a.csv', line: 3, earlier })).details).toEqual([
      'line 3',
      'in earlier loads line 2, line 1, record 7',
    ]);
  });
});

describe('evidence of a document without a passage', () => {
  const evidence = CitedEvidence.parse({
    id: 'e-1',
    stance: 'supports',
    grade: 'exact',
    mentions: [],
    document,
  });

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
      grade: 'row',
      mentions: [],
      file: 'a.json',
      line: 1,
      record: 12,
    });

    expect(citeEvidence(evidence)).toEqual({ source: 'file a.json', details: ['line 1', 'record 12'] });
  });
});

describe('statementReference', () => {
  it('says whose words they are', () => {
    expect(statementReference('A and B met.')).toBe('The extractor’s words, not a quotation: A and B met.');
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
