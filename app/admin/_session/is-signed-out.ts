import type { EntenteError } from '@/lib/model/entente-error';

/** Whether a failure says that the session has ended. */
export function isSignedOut(failure: EntenteError): boolean {
  const { cause } = failure;
  return typeof cause === 'object' && cause !== null && 'status' in cause && cause.status === 401;
}
