/** A value that is read, replaced and watched; nothing else. */
export interface Store<State> {
  readonly getState: () => State;
  /** Takes the next state, or a function from the present one. Watchers hear of it unless it is the same value. */
  readonly setState: (next: State | ((state: State) => State)) => void;
  /** Calls `listener` after each change until the function that it returns is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Creates a store that holds `initial`; a state must not itself be a function. */
export function createStore<State extends object>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    setState: (next) => {
      const value = typeof next === 'function' ? next(state) : next;
      if (Object.is(value, state)) return;
      state = value;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
