import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { makePdf } from './make-pdf';
import { readPdfFile } from './read-pdf';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-pdf-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function read(bytes: Uint8Array): Promise<unknown> {
  const file = path.join(folder, 'report.pdf');
  await writeFile(file, bytes);
  return await readPdfFile(file);
}

describe('a PDF', () => {
  it('is read by paragraphs, told by the gaps between lines, with divided words made whole', async () => {
    const first = [
      [760, 'The harbour was quiet when Ana Lima ar-'],
      [746, 'rived and met Bo Chen.'],
      [710, 'A second paragraph goes'],
      [696, 'on over the'],
    ] as const;
    const second = [
      [760, 'end of the page.'],
      [720, 'A third.'],
    ] as const;

    expect(await read(makePdf([first, second]))).toEqual({
      title: 'The report',
      author: 'A. Writer',
      paragraphs: [
        { text: 'The harbour was quiet when Ana Lima arrived and met Bo Chen.', line: 1 },
        { text: 'A second paragraph goes on over the end of the page.', line: 1 },
        { text: 'A third.', line: 2 },
      ],
    });
  });

  it.each([
    ['locked', makePdf([[[700, 'x']]], { isLocked: true }), 'protected by a password'],
    ['scanned', makePdf([[]]), 'pictures of text and no text'],
    ['damaged', Buffer.from('%PDF-1.4 nothing'), 'damaged'],
  ])('that is %s is refused with a sentence', async (_, bytes, reason) => {
    expect(await read(bytes)).toEqual({ message: expect.stringContaining(reason) });
  });
});
