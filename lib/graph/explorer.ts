import { createHistory, redo, remember, undo, type History } from './history';
import { createStore, type Store } from './store';
import { initialState, type ExplorerState } from './explorer-state';

/** The explorer's state with its history, and the ways to change it. */
export interface Explorer extends Pick<Store<History<ExplorerState>>, 'getState' | 'subscribe'> {
  readonly change: (next: (state: ExplorerState) => ExplorerState) => void;
  /** Changes the state as part of the step before: undoing that step undoes both. */
  readonly amend: (next: (state: ExplorerState) => ExplorerState) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Goes to a state that the browser's own history brings back: it can be undone like any other. */
  readonly visit: (state: ExplorerState) => void;
}

export function createExplorer(initial: ExplorerState = initialState): Explorer {
  const store = createStore(createHistory(initial));
  return {
    getState: store.getState,
    subscribe: store.subscribe,
    change: (next) => {
      store.setState((history) => remember(history, next(history.present)));
    },
    amend: (next) => {
      store.setState((history) => {
        const present = next(history.present);
        return Object.is(present, history.present) ? history : { ...history, present };
      });
    },
    undo: () => {
      store.setState(undo);
    },
    redo: () => {
      store.setState(redo);
    },
    visit: (state) => {
      store.setState((history) => remember(history, state));
    },
  };
}
