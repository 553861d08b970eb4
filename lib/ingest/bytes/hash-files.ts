import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';

/**
 * Hashes files as a stream.
 *
 * @param files - paths, in an order that counts
 * @returns one SHA-256 in hex over their names and contents
 * @throws the file system's errors, and the signal's reason once it is aborted
 */
export async function hashFiles(files: readonly string[], signal?: AbortSignal): Promise<string> {
  const whole = createHash('sha256');
  for (const file of files) {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(file)) {
      signal?.throwIfAborted();
      if (Buffer.isBuffer(chunk)) hash.update(chunk);
    }
    whole.update(`${path.basename(file)}\0${hash.digest('hex')}\n`);
  }
  return whole.digest('hex');
}
