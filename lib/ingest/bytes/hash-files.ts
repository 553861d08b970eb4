import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';

/** In: files. Out: one SHA-256 in hex over their names and contents, in the order given. Files are streamed. */
export async function hashFiles(files: readonly string[]): Promise<string> {
  const whole = createHash('sha256');
  for (const file of files) {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(file)) if (Buffer.isBuffer(chunk)) hash.update(chunk);
    whole.update(`${path.basename(file)}\0${hash.digest('hex')}\n`);
  }
  return whole.digest('hex');
}
