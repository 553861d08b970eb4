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

/** In: a history and what comes next. Out: the history with it as its present; what had been undone is gone. */
export function remember<State>(history: History<State>, present: State): History<State> {
  if (Object.is(history.present, present)) return history;
  return { past: [...history.past, history.present].slice(-STEPS_MAX), present, future: [] };
}

/** Out: the history one step back; the same one when there is no step. */
export function undo<State>(history: History<State>): History<State> {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
  };
}

/** Out: the history one undone step forward; the same one when nothing was undone. */
export function redo<State>(history: History<State>): History<State> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future };
}
