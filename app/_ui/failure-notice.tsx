'use client';

import type { EntenteError } from '@/lib/model/entente-error';

import { Notice } from './notice';

const titles = {
  invalid: 'This cannot be asked',
  'not-found': 'Not found',
  forbidden: 'Not allowed',
  unavailable: 'No answer',
} as const;

/** What went wrong, in the words of the failure, and a way to try again. */
export function FailureNotice({
  failure,
  retry,
}: {
  readonly failure: EntenteError;
  readonly retry: () => void;
}) {
  return (
    <div role="alert">
      <Notice title={titles[failure.failure]}>
        <p>{failure.message}</p>
        <button type="button" className="push-button" onClick={retry}>
          Try again
        </button>
      </Notice>
    </div>
  );
}
