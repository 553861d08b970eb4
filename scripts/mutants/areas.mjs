/**
 * What mutation tests cover. `mutate` names the code that is broken, one place at a time; `tests` the tests that should notice; a test
 * that neither starts a process nor opens a store keeps a mutant at about a second.
 */

const ingestParts = {
  spans: [
    'check-piece',
    'find-citation',
    'find-mentions',
    'find-quote',
    'fit-span',
    'mark-names',
    'span-tally',
    'split-paragraphs',
    'widen-span',
    'word-boundary',
  ],
  dates: ['find-day-orders', 'when-reader'],
  identities: ['entity-index', 'fact-pieces', 'fact-record', 'name-resolver', 'type-index'],
  merges: ['merge-entities', 'merges-text'],
};

export const areas = {
  model: { mutate: ['lib/model/**/*.ts'], tests: ['tests/unit/model'] },
  guard: { mutate: ['lib/guard/**/*.ts'], tests: ['tests/unit/guard'] },
  graph: { mutate: ['lib/graph/**/*.ts'], tests: ['tests/unit/graph'] },
  ingest: {
    mutate: Object.values(ingestParts)
      .flat()
      .map((name) => `lib/ingest/${name}.ts`),
    tests: ['tests/unit/ingest'],
  },
  verbs: { mutate: ['lib/store/verbs/**/*.ts'], tests: ['tests/unit/store'] },
};
