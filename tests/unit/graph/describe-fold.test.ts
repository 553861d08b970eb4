import { describe, expect, it } from '@jest/globals';

import { describeFold } from '@/lib/graph/describe';
import { createFactsGraph } from '@/lib/graph/facts';
import { foldRelations } from '@/lib/graph/fold-relations';
import { mergeSlice } from '@/lib/graph/merge-slice';
import type { GraphSlice } from '@/lib/model/slice';

import { toSlice } from '../../fixtures/slice.fixture';

const met = toSlice({ entities: { ann: 'person', bob: 'person' }, relations: ['ann MET bob'] });

describe('describeFold', () => {
  it.each([
    ['met · 1', {}],
    ['met · 1, contested', { contested: [true] }],
    ['met · 1, expected, according to Cid', { modality: ['future'], speakers: [['Cid']] }],
    ['met · named together in 1 passage', { coMentionsOnly: [true] }],
    ['met · 1, only named together, contested', { contested: [true], coMentionsOnly: [true] }],
    ['met · 1, hypothetical, contested', { modality: ['hypothetical'], contested: [true] }],
  ] as const)('writes "%s" beside a line', (words, more) => {
    expect(write(more)).toBe(words);
  });
});

interface More {
  readonly contested?: readonly boolean[];
  readonly modality?: readonly GraphSlice['relations']['modality'][number][];
  readonly speakers?: readonly (readonly string[])[];
  readonly coMentionsOnly?: readonly boolean[];
}

function write({
  contested = [false],
  modality = ['actual'],
  speakers = [[]],
  coMentionsOnly = [false],
}: More): string {
  const graph = createFactsGraph();
  mergeSlice(graph, {
    ...met,
    relations: {
      ...met.relations,
      contested: [...contested],
      modality: [...modality],
      coMentionsOnly: [...coMentionsOnly],
      speakers: speakers.map((names) => [...names]),
    },
  });
  return foldRelations(graph, { relations: new Set(met.relations.id) })
    .map((fold) => describeFold(fold, new Map()))
    .join();
}
