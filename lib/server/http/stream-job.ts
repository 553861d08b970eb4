import 'server-only';

import { Readable } from 'node:stream';

import { EntenteError } from '@/lib/model/entente-error';

import { logger } from '../logger';
import { toProblem } from './problem-response';
import { streamLines } from './stream-lines';

const TELL_EVERY_MS = 200;
/** Progress that a client is too slow to read is left out. */
const WAITING_MAX = 8;

interface Job<Progress, Outcome> {
  /**
   * Does the work, reporting its progress, until it is done or the signal aborts it because the
   * client has gone away.
   */
  readonly work: (options: {
    readonly signal: AbortSignal;
    readonly onProgress: (progress: Progress) => void;
  }) => Promise<Outcome>;
  /** Called when the work has ended, however it did. */
  readonly onEnd: () => Promise<void> | void;
}

/**
 * Starts work that takes its time, and answers with it as it goes: a line `{progress}` now and then, and last the outcome, or a line
 * `{problem}`. When the client goes away the signal is aborted, and the work comes to its end by itself.
 */
export function streamJob<Progress, Outcome>(request: Request, job: Job<Progress, Outcome>): Response {
  const left = new AbortController();
  const lines = new Readable({ objectMode: true, read: () => undefined });
  lines.on('error', () => undefined);
  const signal = AbortSignal.any([left.signal, request.signal]);
  void run(job, signal, (line) => {
    if (!lines.destroyed) lines.push(line);
  });
  let toldAt = 0;

  async function run(
    { work, onEnd }: Job<Progress, Outcome>,
    stop: AbortSignal,
    push: (line: unknown) => void,
  ): Promise<void> {
    const onProgress = (progress: Progress): void => {
      if (Date.now() - toldAt < TELL_EVERY_MS || lines.readableLength >= WAITING_MAX) return;
      toldAt = Date.now();
      push({ progress });
    };
    const last = await work({ signal: stop, onProgress }).catch((error: unknown) =>
      toLastLine(error, stop.aborted),
    );
    await onEnd();
    push(last);
    push(null);
  }

  return streamLines(lines, {
    acceptsGzip: /\bgzip\b/u.test(request.headers.get('accept-encoding') ?? ''),
    headers: {},
    onCancel: () => {
      left.abort();
    },
  });
}

function toLastLine(error: unknown, isLeft: boolean): { problem: ReturnType<typeof toProblem> } {
  if (isLeft) logger.info({ event: 'client-closed' });
  else if (!(error instanceof EntenteError)) logger.error({ event: 'unexpected', err: error });
  else if (error.failure === 'unavailable') logger.warn({ event: 'unavailable', err: error });
  return { problem: toProblem(error) };
}
