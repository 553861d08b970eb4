/** Who may load, look and undo: what changes the graph goes one after the other, and few look through files at once. */
import 'server-only';

import { HttpError } from './http-error';
import { getProcessState } from './process-state';

type Kind = 'change' | 'preview';

const rules = {
  change: {
    atOnce: 1,
    message: 'Another load or undo is running. Wait for it to end, or cancel it, then try again.',
  },
  preview: {
    atOnce: 2,
    message: 'Files are being looked through for others already. Try again in a moment.',
  },
} as const satisfies Record<Kind, { atOnce: number; message: string }>;

/** Takes a turn in this process. Out: what gives it back, once however often it is called. Throws 409 when none is free. */
export function takeTurn(kind: Kind): () => void {
  const { turns } = getProcessState();
  const { atOnce, message } = rules[kind];
  if (turns[kind] >= atOnce) throw new HttpError(409, message, { 'retry-after': '5' });
  turns[kind] += 1;
  let isHeld = true;
  return () => {
    if (isHeld) turns[kind] -= 1;
    isHeld = false;
  };
}
