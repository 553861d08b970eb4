import { appendFileSync } from 'node:fs';

import { EntenteError } from '@/lib/model/entente-error';

/** A file that grows at its end, in pieces that are held back until they are worth a write. */
export interface AppendFile {
  readonly path: string;
  write(text: string): void;
  /** Writes what is held back; more may follow. */
  flush(): void;
}

/**
 * Creates a file to append to. It is opened for each write only, so there is no limit on how many
 * of these exist at once.
 * @param path - the path of the file
 * @param heldCharacters - how many characters are buffered
 * @throws `unavailable` when the disk is full or the file cannot be written
 */
export function openAppendFile(path: string, heldCharacters = 256 * 1024): AppendFile {
  let held = '';

  function flush(): void {
    if (held === '') return;
    const text = held;
    held = '';
    try {
      appendFileSync(path, text, { mode: 0o600 });
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new EntenteError(
        'unavailable',
        `${path} could not be written (${why}). Free some disk space or choose another folder, and start again in an empty one.`,
        { cause },
      );
    }
  }

  return {
    path,
    write: (text) => {
      held += text;
      if (held.length >= heldCharacters) flush();
    },
    flush,
  };
}
