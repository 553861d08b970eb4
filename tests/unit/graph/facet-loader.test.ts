import { describe, expect, it } from '@jest/globals';

import { createFacetLoader, type FacetLoader, type LoadedFacets } from '@/lib/graph/facet-loader';
import type { Filters } from '@/lib/graph/filters/filter';
import { EntenteError } from '@/lib/model/entente-error';
import { Facets } from '@/lib/model/facets';

function toFacets(relations: number): Facets {
  return Facets.parse({
    classes: [{ class: 'none', count: relations }],
    types: [{ type: 'MET', count: relations }],
    kinds: [{ kind: 'person', count: relations }],
    modalities: [],
    grades: [],
    sources: [],
    contested: [],
    total: { entities: relations, relations, evidence: relations, denied: 0, sources: 0 },
  });
}

function until(loader: FacetLoader, status: LoadedFacets['status']): Promise<LoadedFacets> {
  if (loader.getState().status === status) return Promise.resolve(loader.getState());
  return new Promise((resolve) => {
    const stop = loader.subscribe(() => {
      const state = loader.getState();
      if (state.status !== status) return;
      stop();
      resolve(state);
    });
  });
}

describe('createFacetLoader', () => {
  it('has both counted: what there is, and what passes', async () => {
    const loader = createFacetLoader((filters) => Promise.resolve(toFacets(filters.type ? 2 : 9)));

    loader.want({ type: ['MET'] });

    const { all, passing } = await until(loader, 'ready');
    expect([all?.total.relations, passing?.total.relations]).toEqual([9, 2]);
  });

  it('never shows the counts of other filters for these', async () => {
    const loader = createFacetLoader((filters) => Promise.resolve(toFacets(filters.type ? 2 : 9)));
    loader.want({});
    await until(loader, 'ready');

    loader.want({ type: ['MET'] });

    expect(loader.getState()).toMatchObject({ status: 'loading', all: { total: { relations: 9 } } });
    expect(loader.getState().passing).toBeUndefined();
  });

  it('asks for the same counts once', async () => {
    const asked: Filters[] = [];
    const loader = createFacetLoader((filters) => {
      asked.push(filters);
      return Promise.resolve(toFacets(1));
    });
    for (const filters of [{}, { type: ['MET', 'ACCUSED'] }, { type: ['ACCUSED', 'MET'] }, {}]) {
      loader.want(filters);
      await until(loader, 'ready');
    }

    expect(asked).toEqual([{}, { type: ['MET', 'ACCUSED'] }]);
  });

  it('keeps apart the counts of as many other values, and of other filters with the same', async () => {
    const wanted: readonly Filters[] = [{ type: ['MET'] }, { type: ['ACCUSED'] }, { source: ['MET'] }];
    const loader = createFacetLoader((filters) =>
      Promise.resolve(
        toFacets(wanted.findIndex((each) => JSON.stringify(each) === JSON.stringify(filters)) + 2),
      ),
    );
    const counts: (number | undefined)[] = [];
    for (const filters of [...wanted, ...wanted]) {
      loader.want(filters);
      counts.push((await until(loader, 'ready')).passing?.total.relations);
    }

    expect(counts).toEqual([2, 3, 4, 2, 3, 4]);
  });

  it('keeps of a filter that lets nothing through what its own values would bring, and nothing else', async () => {
    const asked: Filters[] = [];
    const loader = createFacetLoader((filters) => {
      asked.push(filters);
      return Promise.resolve(toFacets(5));
    });

    loader.want({ class: [], kind: ['person'] });

    const { passing } = await until(loader, 'ready');
    expect(asked).toEqual([{}, { kind: ['person'] }]);
    expect(passing).toMatchObject({
      classes: [{ class: 'none', count: 5 }],
      types: [],
      kinds: [],
      total: { entities: 0, relations: 0 },
    });
  });

  it('says what failed, and counts when it is tried again', async () => {
    let isDown = true;
    const loader = createFacetLoader(() =>
      isDown
        ? Promise.reject(new EntenteError('unavailable', 'The store does not answer.'))
        : Promise.resolve(toFacets(1)),
    );
    loader.want({});

    expect((await until(loader, 'failed')).failure?.message).toBe('The store does not answer.');
    isDown = false;
    loader.retry();

    expect((await until(loader, 'ready')).passing?.total.relations).toBe(1);
  });
});
