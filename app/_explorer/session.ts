import { createArranger, type Arranger } from '@/lib/graph/arrangement';
import { createExplorer, type Explorer } from '@/lib/graph/explorer';
import { expand, initialState, select, type ExplorerState } from '@/lib/graph/explorer-state';
import { createFacetLoader, type FacetLoader } from '@/lib/graph/facet-loader';
import { createPicture, type PictureStore } from '@/lib/graph/picture';
import { selectedEntities, type Selection } from '@/lib/graph/selection';
import { growVain, readNeighbours, tellComplete } from '@/lib/graph/show-more';
import { createSliceLoader, type SliceLoader } from '@/lib/graph/slice-loader';
import { toSliceSteps } from '@/lib/graph/slice-steps';
import { createPacer } from '@/lib/graph/pacer';
import { createStore, type Store } from '@/lib/graph/store';
import { formatUrlState, parseUrlState } from '@/lib/graph/url-state';
import { layoutInWorker } from '@/lib/render/layout';
import type { EntityId } from '@/lib/model/ids';

/** What passes and is not kept in the address: who the keyboard is at, who the view is to go to, what is said. */
interface Attention {
  readonly cursor?: EntityId;
  readonly goTo?: EntityId;
  /** What was asked for last and came to something that cannot be seen. */
  readonly said?: string;
}

/** One explorer on one page: its parts, joined. */
export interface Session {
  readonly explorer: Explorer;
  readonly loader: SliceLoader;
  readonly picture: PictureStore;
  readonly facets: FacetLoader;
  readonly attention: Store<Attention>;
  readonly select: (selection: Selection) => void;
  /** Selects somebody and moves the view there. */
  readonly visit: (entity: EntityId) => void;
  /** Shows more neighbours of an entity, or says that all are shown. */
  readonly showMore: (entity: EntityId) => void;
  /** Begins a new picture: the graph among some entities, with something of it being read. */
  readonly present: (parts: Pick<ExplorerState, 'seeds' | 'selection' | 'reading'>) => void;
  /** Keeps loading, layout and address in step until the function that it returns is called. */
  readonly run: () => () => void;
}

/**
 * Creates the session of an explorer.
 * @param query - the query of the address that the page was requested with
 */
export function createSession(query: string): Session {
  const explorer = createExplorer(parseUrlState(new URLSearchParams(query)));
  const loader = createSliceLoader();
  const arranger = createArranger(layoutInWorker);
  const picture = createPicture({ explorer, loader, arranger });
  const facets = createFacetLoader();
  const attention = createStore<Attention>({});
  /** Whether the last expansion was asked for by a person and may still have come to nothing. */
  const lastExpansion = { mayBeVain: false };

  const choose = (selection: Selection) => {
    explorer.change((state) => select(state, selection));
    const [cursor] = selectedEntities(selection);
    if (cursor !== undefined) attention.setState((before) => ({ ...before, cursor }));
  };
  return {
    explorer,
    loader,
    picture,
    facets,
    attention,
    select: choose,
    visit: (entity) => {
      choose({ status: 'entity', id: entity });
      attention.setState((before) => ({ ...before, goTo: entity }));
    },
    showMore: (entity) => {
      const { shown, total } = readNeighbours(picture.getState(), entity);
      const isComplete = total !== undefined && shown >= total;
      const said = isComplete ? tellComplete(total) : 'Showing more around it.';
      attention.setState((before) => ({ ...before, said }));
      if (isComplete) return;
      lastExpansion.mayBeVain = true;
      explorer.change((state) => expand(state, { entity, shown }));
    },
    present: (parts) => {
      explorer.change(({ view }) => ({ ...initialState, ...(view !== undefined && { view }), ...parts }));
      const [cursor] = selectedEntities(parts.selection);
      if (cursor !== undefined) attention.setState({ cursor, goTo: cursor });
    },
    run: () => {
      const stops = [
        followSlices(loader, arranger),
        followState(explorer, loader),
        picture.follow(),
        followSelection(picture, explorer),
        followFilters(explorer, facets),
        followExpansion(picture, explorer, lastExpansion),
        followAddress(explorer),
      ];
      return () => {
        for (const stop of stops) stop();
        loader.close();
        arranger.close();
        facets.close();
      };
    },
  };
}

/** An expansion that has brought nobody new grows by itself. */
function followExpansion(
  picture: PictureStore,
  explorer: Explorer,
  lastExpansion: { mayBeVain: boolean },
): () => void {
  return picture.subscribe(() => {
    const { loaded, arrangement, state } = picture.getState();
    if (!lastExpansion.mayBeVain || loaded.status !== 'ready' || arrangement.status !== 'settled') return;
    if (loaded.steps.length < 1 + state.expansions.length) return;
    const grown = growVain(picture.getState());
    lastExpansion.mayBeVain = grown !== undefined;
    if (grown) explorer.amend(() => grown);
  });
}

/** What the state asks for is loaded. */
function followState(explorer: Explorer, loader: SliceLoader): () => void {
  const want = () => {
    loader.want(toSliceSteps(explorer.getState().present));
  };
  want();
  return explorer.subscribe(want);
}

/** What the filters let through is counted. */
function followFilters(explorer: Explorer, facets: FacetLoader): () => void {
  const want = () => {
    facets.want(explorer.getState().present.filters);
  };
  want();
  return explorer.subscribe(want);
}

/** What is loaded is laid out. */
function followSlices(loader: SliceLoader, arranger: Arranger): () => void {
  const show = () => {
    arranger.show(loader.getState().steps);
  };
  show();
  return loader.subscribe(show);
}

/** Who is selected and not on the canvas is brought there, once. */
function followSelection(picture: PictureStore, explorer: Explorer): () => void {
  return picture.subscribe(() => {
    const { state, loaded, arrangement } = picture.getState();
    if (loaded.status !== 'ready' || arrangement.status !== 'settled') return;
    const missing = selectedEntities(state.selection).filter(
      (id) => !arrangement.facts.hasNode(id) && !state.expansions.some(({ entity }) => entity === id),
    );
    if (missing.length > 0) explorer.amend((before) => missing.reduce(expandAround, before));
  });
}

function expandAround(state: ExplorerState, entity: EntityId): ExplorerState {
  return expand(state, { entity });
}

/** Browsers take only so many changes of the address in a while; what a held key amends is written in these steps. */
const ADDRESS_PAUSE_MS = 350;
/** With these a person does something else. */
const BEGINNINGS = ['pointerdown', 'keydown'] as const;

/**
 * The address says what the state is; going back, and links to other states, change the state. A change is a page of the browser's
 * history; an amendment belongs to the page that it amends, so that Back leads to the one before.
 */
function followAddress(explorer: Explorer): () => void {
  const amending = createPacer(ADDRESS_PAUSE_MS, () => {
    writeAddress(explorer, 'amended');
  });
  let { past } = explorer.getState();
  let isLeaving = false;
  const onState = () => {
    const before = past;
    past = explorer.getState().past;
    if (past === before) {
      if (!isLeaving) amending.ask();
    } else {
      amending.drop();
      writeAddress(explorer, 'changed');
    }
  };
  // What the router is told of the address while it goes to another page would end that going.
  const onClick = ({ target }: MouseEvent) => {
    const link = target instanceof Element ? target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || link.pathname === window.location.pathname) return;
    amending.flush();
    isLeaving = true;
  };
  const onNext = () => {
    isLeaving = false;
  };
  const onPop = () => {
    amending.drop();
    visitAddress(explorer);
  };
  window.addEventListener('popstate', onPop);
  window.addEventListener('click', onClick, true);
  for (const begins of BEGINNINGS) window.addEventListener(begins, onNext, true);
  const stop = explorer.subscribe(onState);
  return () => {
    amending.drop();
    window.removeEventListener('popstate', onPop);
    window.removeEventListener('click', onClick, true);
    for (const begins of BEGINNINGS) window.removeEventListener(begins, onNext, true);
    stop();
  };
}

/**
 * The queries that each explorer has written since its last step. While amendments come fast the address is behind the state, and the
 * router may even bring an earlier one of them back for a moment.
 */
const written = new WeakMap<Explorer, Set<string>>();

function writeAddress(explorer: Explorer, how: 'changed' | 'amended'): void {
  const wanted = formatUrlState(explorer.getState().present).toString();
  written.set(explorer, (how === 'changed' ? new Set<string>() : recent(explorer)).add(wanted));
  if (wanted === readAddress()) return;
  const address = wanted === '' ? window.location.pathname : `?${wanted}`;
  if (how === 'changed') window.history.pushState(null, '', address);
  else window.history.replaceState(null, '', address);
}

/** Takes the state from the address where somebody else has changed it: a link to another state. */
export function followLink(explorer: Explorer): void {
  if (!recent(explorer).has(readAddress())) visitAddress(explorer);
}

function recent(explorer: Explorer): Set<string> {
  return written.get(explorer) ?? new Set();
}

/** Takes the state from the address. */
function visitAddress(explorer: Explorer): void {
  const query = readAddress();
  if (formatUrlState(explorer.getState().present).toString() === query) return;
  explorer.visit(parseUrlState(new URLSearchParams(query)));
}

/** The address's query as the explorer would write it. */
function readAddress(): string {
  return formatUrlState(parseUrlState(new URLSearchParams(window.location.search))).toString();
}
