/** Does something at once when asked, and when asked again too soon, once more after a pause. */
export interface Pacer {
  readonly ask: () => void;
  /** Does at once what was asked and has not been done. */
  readonly flush: () => void;
  /** Forgets what was asked and has not been done. */
  readonly drop: () => void;
}

export function createPacer(pauseMs: number, act: () => void): Pacer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsked = false;
  const rest = () => {
    timer = undefined;
    if (isAsked) run();
  };
  const run = () => {
    isAsked = false;
    timer = setTimeout(rest, pauseMs);
    act();
  };
  return {
    ask: () => {
      if (timer === undefined) run();
      else isAsked = true;
    },
    flush: () => {
      if (!isAsked) return;
      isAsked = false;
      act();
    },
    drop: () => {
      isAsked = false;
    },
  };
}
