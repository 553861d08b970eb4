import { readFileSync } from 'node:fs';

import type { CypherProblem } from '@/lib/model/cypher-event';
import { EntenteError } from '@/lib/model/entente-error';

import type { HostFiles } from './host-files';
import { HostLost } from './host-lost';
import type { HostEnding } from './protocol';
import { isMap } from './protocol';

interface LostRun {
  readonly files: HostFiles;
  readonly run: string;
  readonly mayRetry: boolean;
}

/**
 * Explains to the person why a console statement has no answer.
 * @param error - what the statement threw
 * @returns the problem, or undefined when the statement may be retried, because another statement
 *   ended its host
 * @throws the error itself when neither the host nor the statement failed
 */
export function toProblem(error: unknown, { files, run, mayRetry }: LostRun): CypherProblem | undefined {
  if (error instanceof EntenteError) {
    const isWrong = error.failure === 'invalid';
    return {
      type: `urn:entente:problem:${isWrong ? 400 : 503}`,
      title: isWrong ? 'Bad Request' : 'Service Unavailable',
      status: isWrong ? 400 : 503,
      detail: error.message,
      ...(error.position === undefined ? {} : { position: error.position }),
    };
  }
  if (!(error instanceof HostLost)) throw error;
  const ending = readEnding(files);
  if (ending?.runs.includes(run) === true) return problems[ending.reason];
  return mayRetry ? undefined : problems.lost;
}

export const problems = {
  memory: {
    type: 'urn:entente:problem:507',
    title: 'Insufficient Storage',
    status: 507,
    detail:
      'The statement needed more memory than it may use and was stopped. Ask for less at once: a LIMIT, a narrower match.',
  },
  time: {
    type: 'urn:entente:problem:504',
    title: 'Gateway Timeout',
    status: 504,
    detail:
      'The statement ran longer than it may and was stopped. Ask for less at once, or raise its time limit.',
  },
  lost: {
    type: 'urn:entente:problem:503',
    title: 'Service Unavailable',
    status: 503,
    detail:
      'The embedded database ended while the statement ran, and has been started again. Run it once more.',
  },
} as const satisfies Record<HostEnding['reason'] | 'lost', CypherProblem>;

function readEnding(files: HostFiles): HostEnding | undefined {
  let text: string;
  try {
    text = readFileSync(files.ending, 'utf8');
  } catch {
    // No record: the host did not end itself.
    return undefined;
  }
  const value: unknown = JSON.parse(text);
  if (!isMap(value) || !Array.isArray(value['runs'])) return undefined;
  const reason = value['reason'] === 'memory' ? 'memory' : 'time';
  return { pid: Number(value['pid']), reason, runs: value['runs'].map(String) };
}
