/** A present with the states before it and those that were undone. */
export interface History<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
}

/** How many steps back are kept. */
const STEPS_MAX = 200;

export function createHistory<State>(present: State): History<State> {
  return { past: [], present, future: [] };
}

/** Makes a state the present; what had been undone is dropped. */
export function remember<State>(history: History<State>, present: State): History<State> {
  if (Object.is(history.present, present)) return history;
  return { past: [...history.past, history.present].slice(-STEPS_MAX), present, future: [] };
}

/** Goes one step back; returns the same history when there is none. */
export function undo<State>(history: History<State>): History<State> {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
  };
}

/** Redoes one step; returns the same history when nothing was undone. */
export function redo<State>(history: History<State>): History<State> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future };
}
