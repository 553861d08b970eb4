import { describe, expect, it } from '@jest/globals';

import { documentsOf, readFiles, textsOf } from './read-files';

const LONG = 'Ana met Bo in the harbour and told everybody who would listen about it. '.repeat(2);

describe('a text', () => {
  it('in Chinese has its paragraphs on a line each where the lines are long', async () => {
    const [first, second] = [
      '中国外交部长王毅表示，双方应当保持沟通。'.repeat(4),
      '美国国务卿布林肯于六月访问北京。'.repeat(5),
    ];
    const read = await readFiles({ 'a.txt': `标题\n\n${first}\n${second}\n` }, 'a.txt');

    expect(textsOf(read)).toEqual(['标题', first, second]);
  });

  it('in Chinese begins a paragraph where a line begins with wide spaces, and joins the others without a blank', async () => {
    const read = await readFiles(
      { 'a.txt': '　　外交部长王\n毅访问了北京。\n　　他会见了 Ana\nLima。\n' },
      'a.txt',
    );

    expect(textsOf(read)).toEqual(['外交部长王毅访问了北京。', '他会见了 Ana Lima。']);
  });
});

describe('a page', () => {
  it('is read without what stands around its text', async () => {
    const html = `<html><head><title>Ana met Bo - The Paper</title><meta property="og:title" content="Ana met Bo">
<meta property="og:site_name" content="The Paper"><meta name="pubdate" content="2023-05-19 10:00:00"></head><body>
<div role="banner">The Paper</div><p>Subscribe</p><main><h1>Ana met Bo</h1><p>${LONG}</p><aside>More news</aside></main>
<div role="dialog">Cookies</div><footer>Copyright</footer></body></html>`;
    const read = await readFiles({ 'a.html': html }, 'a.html');

    expect(textsOf(read)).toEqual(['Ana met Bo', LONG.trim()]);
    expect(documentsOf(read)).toMatchObject([
      { title: 'Ana met Bo', publisher: 'The Paper', published: '2023-05-19' },
    ]);
  });

  it('is read whole where its one article is only a part of it', async () => {
    const html = `<html><body><p>${LONG}</p><p>${LONG}</p><article><p>A teaser.</p></article></body></html>`;

    expect(textsOf(await readFiles({ 'a.html': html }, 'a.html'))).toEqual([
      LONG.trim(),
      LONG.trim(),
      'A teaser.',
    ]);
  });

  it('that is parted by line breaks has a paragraph for each', async () => {
    const html =
      '<html><body>First line<br>goes on.<br><br>Second.<br>\n　　第三段。<br>&nbsp;&nbsp;Fourth.</body></html>';

    expect(textsOf(await readFiles({ 'a.html': html }, 'a.html'))).toEqual([
      'First line goes on.',
      'Second.',
      '第三段。',
      'Fourth.',
    ]);
  });

  it('may come in a hundred thousand pieces', async () => {
    const pieces = ['&#32;', '&amp;', '<br>&#32;'].map((piece) => `<p>${piece.repeat(100_000)}x</p>`);
    const html = `<body><br>${'&#32;'.repeat(100_000)}${pieces.join('')}</body>`;
    const read = await readFiles({ 'a.html': html }, 'a.html');

    expect(textsOf(read).map((text) => text.replace(/&+/u, '&'))).toEqual(['x', '&x', 'x']);
  });
});
