import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { z } from 'zod';

const root = path.join(__dirname, '..', '..', '..');
const PRINT = `
import { readFile } from 'node:fs/promises';
import { readPdf } from './lib/ingest/documents/pdf-text.ts';
const answer = await readPdf(await readFile(process.argv[1])).catch(({ message }) => ({ message }));
console.log(JSON.stringify(answer));`;

/** What `readPdf` makes of a file, or `message` with its refusal. In a process of its own: what reads PDFs is an ES module, which jest does not load. */
export async function readPdfFile(file: string): Promise<unknown> {
  const options = ['--import', 'tsx', '--input-type=module', '--eval', PRINT, file];
  const { stdout } = await promisify(execFile)(process.execPath, options, { cwd: root, timeout: 25_000 });
  return z.json().parse(JSON.parse(stdout));
}
