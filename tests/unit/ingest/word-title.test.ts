import { describe, expect, it } from '@jest/globals';

import { readDocx } from '@/lib/ingest/documents/docx-text';

import { makeZip } from './make-zip';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const STYLES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles';

describe('a Word document with a title page', () => {
  it('is called by its title and not by its first heading', async () => {
    const paragraph = (style: string, text: string): string =>
      `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const body = paragraph('T', 'The Quay') + paragraph('Heading1', 'Part one');
    const bytes = makeZip([
      { name: '[Content_Types].xml', text: '<Types/>' },
      {
        name: 'word/_rels/document.xml.rels',
        text: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${STYLES}" Target="styles.xml"/></Relationships>`,
      },
      {
        name: 'word/styles.xml',
        text: `<w:styles ${W}><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style></w:styles>`,
      },
      { name: 'word/document.xml', text: `<w:document ${W}><w:body>${body}</w:body></w:document>` },
    ]);

    const { title, paragraphs } = await readDocx(bytes);

    expect(title).toBe('The Quay');
    expect(paragraphs.map(({ text }) => text)).toEqual(['The Quay', 'Part one']);
  });
});
