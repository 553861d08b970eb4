import type { z } from 'zod';

import { EntenteError } from '@/lib/model/entente-error';
import type { LoadId } from '@/lib/model/ids';

import { LoadEvent, loadEndpoint, UndoEvent, undoEndpoint } from './datasets-endpoint';
import { toEntenteError } from './problem';
import { readLines } from './read-lines';
import { parseJson, send, sendFiles, type CallOptions } from './send';

/** A file to send, and its path within what was picked: a folder's files have slashes in theirs. */
export interface PickedFile {
  readonly path: string;
  readonly file: Blob;
}

/**
 * Loads files, or only checks them (`dryRun`). Aborting the signal ends the run after the current
 * batch.
 * @param files - the files to send
 * @param request - the options of the load
 * @returns the progress as it comes, and at the end the report
 * @throws EntenteError where `call` does, and where the run fails halfway
 */
export async function* callLoad(
  files: readonly PickedFile[],
  request: z.input<typeof loadEndpoint.request>,
  options: CallOptions = {},
): AsyncGenerator<Exclude<LoadEvent, { problem: unknown }>> {
  const response = await sendFiles(loadEndpoint, request, { ...options, body: toForm(files) });
  for await (const event of readEvents(response, LoadEvent, options.signal)) {
    if ('problem' in event) throw toEntenteError(event.problem);
    yield event;
  }
}

/**
 * Undoes a load.
 * @param load - the load
 * @returns the progress as it comes, and at the end the report
 * @throws EntenteError as `callLoad` does
 */
export async function* callUndo(
  load: LoadId,
  options: CallOptions = {},
): AsyncGenerator<Exclude<UndoEvent, { problem: unknown }>> {
  const response = await send(undoEndpoint, { load }, options);
  for await (const event of readEvents(response, UndoEvent, options.signal)) {
    if ('problem' in event) throw toEntenteError(event.problem);
    yield event;
  }
}

function toForm(files: readonly PickedFile[]): FormData {
  const form = new FormData();
  for (const { path, file } of files) form.append('files', file, path);
  return form;
}

async function* readEvents<Event>(
  response: Response,
  shape: z.ZodType<Event>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Event> {
  for await (const line of readLines(response, signal)) {
    const event = shape.safeParse(parseJson(line));
    if (!event.success) throw brokenOff(event.error);
    yield event.data;
  }
}

function brokenOff(cause: unknown): EntenteError {
  return new EntenteError(
    'unavailable',
    'The answer broke off or has an unexpected form. Reload the page and look at the list of loads.',
    { cause },
  );
}
