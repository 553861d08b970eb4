import type { EntityId } from '@/lib/model/ids';

import type { Arranger, Arrangement } from './arrangement';
import type { Explorer } from './explorer';
import type { ExplorerState } from './explorer-state';
import { foldRelations, type FoldedRelations } from './fold-relations';
import type { LoadedSlices, SliceLoader } from './slice-loader';
import { selectedEntities } from './selection';
import { createStore, type Store } from './store';
import { findVisible, type VisibleFacts } from './visible-facts';

/** All that the screen is drawn from: the state, what is loaded, and what follows from the two. Parts that did not change stay the same object. */
export interface Picture {
  readonly state: ExplorerState;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly loaded: LoadedSlices;
  readonly arrangement: Arrangement;
  readonly visible: VisibleFacts;
  readonly folds: readonly FoldedRelations[];
  /** How the picture is doing: slices are on their way, are being laid out, or all is still. */
  readonly progress: 'loading' | 'arranging' | 'settled';
}

interface Sources {
  readonly explorer: Explorer;
  readonly loader: Pick<SliceLoader, 'getState' | 'subscribe'>;
  readonly arranger: Pick<Arranger, 'getState' | 'subscribe'>;
}

export interface PictureStore extends Pick<Store<Picture>, 'getState' | 'subscribe'> {
  /** Keeps the picture in step with its sources until the function that it returns is called. */
  readonly follow: () => () => void;
}

/** Derives the picture: facts, then what is visible of them, then what is drawn for that. */
export function createPicture(sources: Sources): PictureStore {
  const derive = createDerivation();
  const read = () => derive(sources);
  const store = createStore<Picture>(read());
  const update = () => {
    store.setState(read());
  };
  return {
    getState: store.getState,
    subscribe: store.subscribe,
    follow: () => {
      const stops = [sources.explorer, sources.loader, sources.arranger].map((source) =>
        source.subscribe(update),
      );
      update();
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** Each part is worked out again only when what it is made of is another. */
function createDerivation(): (sources: Sources) => Picture {
  const memoVisible = createMemo<VisibleFacts>();
  const memoFolds = createMemo<readonly FoldedRelations[]>();
  return ({ explorer, loader, arranger }) => {
    const { past, present: state, future } = explorer.getState();
    const [loaded, arrangement] = [loader.getState(), arranger.getState()];
    const { filters, selection, expansions, seeds } = state;
    const { facts, content } = arrangement;
    const visible = memoVisible(
      [facts, content, filters, loaded.answered, selection, expansions, seeds],
      () => {
        const kept = new Set<EntityId>(
          [...seeds, ...expansions.map(({ entity }) => entity), ...selectedEntities(selection)].filter((id) =>
            facts.hasNode(id),
          ),
        );
        return findVisible(facts, { filters, answered: loaded.answered, kept });
      },
    );
    return {
      state,
      canUndo: past.length > 0,
      canRedo: future.length > 0,
      loaded,
      arrangement,
      visible,
      folds: memoFolds([visible], () =>
        foldRelations(facts, {
          relations: visible.relations,
          ...(selection.status === 'pair' && { fanned: selection }),
        }),
      ),
      progress: loaded.status === 'loading' ? 'loading' : arrangement.status,
    };
  };
}

/** Creates a function that returns its last value as long as the ingredients stay the same. */
function createMemo<Value>(): (ingredients: readonly unknown[], make: () => Value) => Value {
  let last: { readonly ingredients: readonly unknown[]; readonly value: Value } | undefined;
  return (ingredients, make) => {
    const isSame = last?.ingredients.every((one, index) => Object.is(one, ingredients[index])) ?? false;
    if (!last || !isSame) last = { ingredients, value: make() };
    return last.value;
  };
}
