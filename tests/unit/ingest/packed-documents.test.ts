import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { listInputs } from '@/lib/ingest/list-inputs';

import { makeZip, type ZipEntry } from './make-zip';
import { documentsOf, textsOf } from './read-files';
import { readInput, type ReadInput } from './read-input';
import { noticesOf } from './read-written';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-packed-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function read(name: string, bytes: Buffer | string): Promise<ReadInput> {
  await writeFile(path.join(folder, name), bytes);
  return await readInput(path.join(folder, name));
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function word(body: string, more: readonly ZipEntry[] = []): Buffer {
  return makeZip([
    {
      name: '[Content_Types].xml',
      text: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      text: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'docProps/core.xml',
      text: '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:creator>Ona Reef</dc:creator><dcterms:created>2019-01-01T00:00:00Z</dcterms:created></cp:coreProperties>',
    },
    { name: 'word/document.xml', text: `<w:document ${W}><w:body>${body}</w:body></w:document>` },
    ...more,
  ]);
}

const HEADING =
  '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Tern Line &amp; tide</w:t></w:r></w:p>';
const BODY = `${HEADING}<w:p><w:r><w:t>Ona Reef runs </w:t></w:r><w:del><w:r><w:delText>sold </w:delText></w:r></w:del><w:ins><w:r><w:t>Tern Line.</w:t></w:r></w:ins></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Left</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Right</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`;

describe('a Word document', () => {
  it('is its paragraphs, called by its first heading, without what was deleted', async () => {
    const given = await read('tern.docx', word(BODY));

    expect(given.input.format).toBe('documents');
    expect(documentsOf(given)).toEqual([{ id: 'tern', title: 'Tern Line & tide', author: 'Ona Reef' }]);
    expect(textsOf(given)).toEqual(['Tern Line & tide', 'Ona Reef runs Tern Line.', 'Left', 'Right']);
    expect(given.rejects).toEqual([]);
  });

  it('is told by its parts where its name does not say so, and is no zip file of tables', async () => {
    expect((await read('tern', word(BODY))).input.format).toBe('documents');
  });

  it('has its notes behind its text, without marks that refer to them', async () => {
    const reference =
      '<w:p><w:r><w:t>Ona runs</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r></w:p>';
    const more = [
      {
        name: 'word/_rels/document.xml.rels',
        text: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/footnotes" Target="footnotes.xml"/></Relationships>`,
      },
      {
        name: 'word/footnotes.xml',
        text: `<w:footnotes ${W}><w:footnote w:id="2"><w:p><w:r><w:t>So says Cy.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
      },
    ];

    expect(textsOf(await read('foot.docx', word(reference, more)))).toEqual(['Ona runs.', 'So says Cy.']);
  });

  it('says that comments are not read', async () => {
    const comments = { name: 'word/comments.xml', text: `<w:comments ${W}/>` };

    expect(noticesOf(await read('notes.docx', word(BODY, [comments])))).toBe(
      'notes.docx: the comments in its margin are not read.',
    );
  });

  it.each([
    ['old.docx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'a document of older'],
    ['cut.docx', word(BODY).subarray(0, 600), 'is damaged and cannot be unpacked'],
    ['other.docx', makeZip([{ name: 'a.csv', text: 'a,b' }]), 'is damaged and cannot be read'],
    ['bomb.docx', word(`<!--${' '.repeat(40_000_000)}-->`), 'unpacks to more than 200 times its size'],
    ['locked.docx', word(BODY, [{ name: 'word/a.xml', text: '', isLocked: true }]), 'by a password'],
  ])('is refused with what to do: %s', async (name, bytes, reason) => {
    const { rejects } = await read(name, bytes);

    expect(rejects).toMatchObject([{ file: name, reason: expect.stringContaining(reason) }]);
  });
});

const CONTAINER = {
  name: 'META-INF/container.xml',
  text: '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
};
const OPF = `<package xmlns:opf="o" xmlns:dc="d"><metadata><dc:title>The <i>Quay</i></dc:title><dc:creator>Ona Reef</dc:creator><dc:creator>Cy Ek</dc:creator>
<dc:date opf:event="modification">2020-02-02</dc:date><dc:date>1901-05</dc:date><dc:language>en</dc:language><dc:publisher>Tern</dc:publisher></metadata>
<manifest><item id="b" href="two%20b.xhtml" media-type="application/xhtml+xml"/><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="p" href="p.png" media-type="image/png"/></manifest>
<spine><itemref idref="b"/><itemref idref="a"/></spine></package>`;
const PAGES = [
  { name: 'OEBPS/a.xhtml', text: '<html><head><title/></head><body><p>Last.<a id="x"/></p></body></html>' },
  {
    name: 'OEBPS/two b.xhtml',
    text: '<html><body><p>Ona Reef runs.</p><aside><p>A note.</p></aside></body></html>',
  },
];
const MIMETYPE = { name: 'mimetype', text: 'application/epub+zip' };

describe('an electronic book', () => {
  it('is its pages in the order of reading, with what it says of itself', async () => {
    const book = await read(
      'quay.epub',
      makeZip([MIMETYPE, CONTAINER, { name: 'OEBPS/book.opf', text: OPF }, ...PAGES]),
    );

    expect(documentsOf(book)).toEqual([
      {
        id: 'quay',
        title: 'The Quay',
        author: 'Ona Reef; Cy Ek',
        publisher: 'Tern',
        published: '1901-05',
        language: 'en',
      },
    ]);
    expect(textsOf(book)).toEqual(['Ona Reef runs.', 'A note.', 'Last.']);
  });

  it('without a list of its pages has them in the order of their names, which is told', async () => {
    const book = await read('bare.epub', makeZip([MIMETYPE, ...PAGES]));

    expect(textsOf(book)).toEqual(['Last.', 'Ona Reef runs.', 'A note.']);
    expect(noticesOf(book)).toContain('its pages are read in the order of their names');
  });

  it('tells of pages that it does not hold', async () => {
    const book = await read(
      'part.epub',
      makeZip([CONTAINER, { name: 'OEBPS/book.opf', text: OPF }, ...PAGES.slice(0, 1)]),
    );

    expect(noticesOf(book)).toBe('part.epub: it names pages that it does not hold: OEBPS/two b.xhtml.');
  });

  it('that its seller has locked is refused', async () => {
    const lock = {
      name: 'META-INF/encryption.xml',
      text: '<encryption><enc:CipherReference URI="OEBPS/a.xhtml"/></encryption>',
    };
    const { rejects } = await read(
      'drm.epub',
      makeZip([CONTAINER, lock, { name: 'OEBPS/book.opf', text: OPF }, ...PAGES]),
    );

    expect(rejects).toMatchObject([{ reason: expect.stringContaining('(DRM)') }]);
  });
});

const HEAD = 'From: "Reef, Ona" <ona@example.org>\r\nTo: cy@example.org\r\nMessage-ID: <1@example.org>\r\n';
const MAIL = `${HEAD}Subject: =?utf-8?q?The_qu=C3=A9?=\r\nDate: Fri, 19 May 2023 23:30:00 -0500\r\nMIME-Version: 1.0\r\n`;
const PLAIN = `${MAIL}Content-Type: text/plain\r\n\r\nDear Cy,\r\n> Who runs\r\n> Tern Line?\r\nOna Reef does.\r\n`;

function withParts(...parts: readonly string[]): string {
  const body = parts.map((part) => `--b\r\n${part}\r\n`).join('');
  return `${MAIL}Content-Type: multipart/mixed; boundary=b\r\n\r\n${body}--b--\r\n`;
}

describe('a mail', () => {
  it('has its subject as title, its sender as author and the day where he was, and keeps what it quotes', async () => {
    const mail = await read('one.eml', PLAIN);

    expect(documentsOf(mail)).toEqual([
      {
        id: 'one',
        title: 'The qué',
        author: 'Reef, Ona',
        published: '2023-05-19',
        note: 'To: cy@example.org',
      },
    ]);
    expect(textsOf(mail)).toEqual(['Dear Cy,', '> Who runs Tern Line?', 'Ona Reef does.']);
  });

  it('is told by its header where its name does not say so, and a note that says "From:" is none', async () => {
    expect(textsOf(await read('one.txt', PLAIN))).toContain('Ona Reef does.');
    expect(documentsOf(await read('note.txt', 'From: Ona\nTo: Cy\n\nHello.'))).toMatchObject([
      { title: 'note' },
    ]);
  });

  it('is read from its HTML where it has no plain text', async () => {
    const mail = await read(
      'html.eml',
      `${MAIL}Content-Type: text/html\r\n\r\n<p>Ona runs.</p><p>Cy met.</p>`,
    );

    expect(textsOf(mail)).toEqual(['Ona runs.', 'Cy met.']);
  });

  it('brings what is attached to it as documents, and names what is none', async () => {
    const docx = word(BODY).toString('base64');
    const mail = await read(
      'parts.eml',
      withParts(
        'Content-Type: text/plain\r\n\r\nSee there.',
        `Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=tern.docx\r\nContent-Transfer-Encoding: base64\r\n\r\n${docx}`,
        `Content-Type: message/rfc822\r\n\r\n${HEAD}Subject: Inner\r\n\r\nForwarded.`,
        'Content-Type: image/png\r\nContent-Disposition: attachment; filename=quay.png\r\n\r\nx',
      ),
    );

    expect(documentsOf(mail).map(({ id, title }) => [id, title])).toEqual([
      ['parts', 'The qué'],
      ['parts.eml-tern', 'Tern Line & tide'],
      ['parts.eml-attachment-2', 'Inner'],
    ]);
    expect(noticesOf(mail)).toBe('Attached and not read, since they are no documents: parts.eml/quay.png.');
  });

  it('without text is refused, and what is attached to it is not', async () => {
    const part = 'Content-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nHello.';
    const { rejects, ...mail } = await read('empty.eml', withParts(part));

    expect(rejects).toMatchObject([{ file: 'empty.eml', reason: expect.stringContaining('no paragraph') }]);
    expect(textsOf({ rejects, ...mail })).toEqual(['Hello.']);
  });

  it('that has no header is refused', async () => {
    const { rejects } = await read('words.eml', 'just words\n');

    expect(rejects).toMatchObject([{ reason: expect.stringContaining('no header as mails have') }]);
  });

  it('of a mailbox is a document by itself, and a broken one costs no other', async () => {
    const box = await read(
      'box.mbox',
      `From a@b Fri May 19 10:00:00 2023\n${PLAIN}\nFrom a@b Fri May 19 10:00:01 2023\n${HEAD}\n\nFrom a@b Fri May 19 10:00:02 2023\n${HEAD}\nLast.\n\n>From here on.\n`,
    );

    expect(documentsOf(box).map(({ id }) => id)).toEqual(['box.mbox-1', 'box.mbox-3']);
    expect(textsOf(box).slice(-2)).toEqual(['Last.', 'From here on.']);
    expect(box.rejects).toMatchObject([{ file: 'box.mbox/2' }]);
  });
});

describe('packed documents in a folder and in a zip file', () => {
  it('are found beside tables, and read in a zip file with others', async () => {
    const home = await mkdtemp(path.join(folder, 'beside-'));
    await writeFile(path.join(home, 'a.csv'), 'subject,relation,object\nOna,runs,Tern\n');
    await writeFile(path.join(home, 'tern.docx'), word(BODY));
    await writeFile(path.join(home, 'mail.eml'), PLAIN);
    const listed = await listInputs(home, undefined);

    const zip = await read(
      'some.zip',
      makeZip([
        { name: 'tern.docx', text: word(BODY) },
        { name: 'mail.eml', text: PLAIN },
      ]),
    );

    expect(listed.inputs.map(({ path: given }) => path.basename(given))).toEqual([
      'a.csv',
      path.basename(home),
    ]);
    expect(documentsOf(zip).map(({ id }) => id)).toEqual(['mail', 'tern']);
  });

  it('beside tables in a zip file are read alone, which is told', async () => {
    const zip = await read(
      'mixed.zip',
      makeZip([
        { name: 'mail.eml', text: PLAIN },
        { name: 'a.csv', text: 'subject,relation,object\nOna,runs,Tern\n' },
      ]),
    );

    expect(documentsOf(zip).map(({ id }) => id)).toEqual(['mail']);
    expect(noticesOf(zip)).toContain('not a.csv: unpack it and load the folder');
  });
});
