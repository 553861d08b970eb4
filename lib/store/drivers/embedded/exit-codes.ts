/** How the host says why it could not start. */
export const exitCodes = {
  /** It has ended in order, or another host serves the folder. */
  done: 0,
  noEngine: 70,
  noDatabase: 71,
  damaged: 72,
} as const;
