'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';

import type { LoadedFacets } from '@/lib/graph/facet-loader';
import type { Picture } from '@/lib/graph/picture';
import type { Store } from '@/lib/graph/store';

import type { Session } from './session';

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is used outside the explorer. Render it within <Explorer>.');
  return session;
}

export function useStore<State>(store: Pick<Store<State & object>, 'getState' | 'subscribe'>): State {
  return useSyncExternalStore(store.subscribe, store.getState, store.getState);
}

/** What the store counts, without filters and under those that are set. */
export function useFacets(): LoadedFacets {
  return useStore<LoadedFacets>(useSession().facets);
}

/** All that the screen is drawn from. */
export function usePicture(): Picture {
  return useStore<Picture>(useSession().picture);
}
