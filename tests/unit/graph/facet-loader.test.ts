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

  it('keeps what there is where only what passes cannot be counted', async () => {
    const loader = createFacetLoader((filters) =>
      filters.type ? Promise.reject(new TypeError('broken')) : Promise.resolve(toFacets(9)),
    );
    expect(loader.getState()).toEqual({ status: 'loading' });

    loader.want({ type: ['MET'] });
    const failed = await until(loader, 'failed');
    expect(failed.all?.total.relations).toBe(9);
    expect(failed.failure).toMatchObject({
      failure: 'unavailable',
      message: 'The counts could not be loaded. Try again, or reload the page.',
    });

    loader.retry();
    expect(loader.getState()).toEqual({ status: 'loading', all: toFacets(9) });
  });

  it('gives an earlier wish up, and forgets all wishes when it is closed', async () => {
    const asked: AbortSignal[] = [];
    const loader = createFacetLoader((_, signal) => {
      asked.push(signal);
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('given up'));
        });
      });
    });

    loader.want({});
    loader.want({ type: ['MET'] });
    loader.want({ type: ['MET'] });
    loader.close();
    await Promise.resolve();
    expect(loader.getState()).toEqual({ status: 'loading' });
    loader.want({ type: ['MET'] });

    expect(asked.map(({ aborted }) => aborted)).toEqual([true, true, false]);
  });

  it.each([
    ['class', 'classes'],
    ['type', 'types'],
    ['kind', 'kinds'],
    ['modality', 'modalities'],
    ['grade', 'grades'],
    ['source', 'sources'],
  ] as const)('keeps of an emptied filter on %s its own counts alone, and none of two', async (name, key) => {
    const full = Facets.parse({
      ...toFacets(5),
      modalities: [{ modality: 'future', count: 5 }],
      grades: [{ grade: 'row', count: 5 }],
      sources: [{ source: { id: 'paper', title: 'A paper' }, count: 5 }],
      contested: [{ contested: true, count: 5 }],
    });
    const keys = ['classes', 'types', 'kinds', 'modalities', 'grades', 'sources', 'contested'] as const;
    const shown = async (filters: Filters) => {
      const loader = createFacetLoader(() => Promise.resolve(full));
      loader.want(filters);
      const { passing } = await until(loader, 'ready');
      return keys.filter((each) => (passing?.[each].length ?? 0) > 0);
    };

    expect(await shown({ [name]: [] })).toEqual([key]);
    expect(await shown({ [name]: [], [name === 'kind' ? 'type' : 'kind']: [] })).toEqual([]);
    expect(await shown({})).toEqual(keys);
  });
});
