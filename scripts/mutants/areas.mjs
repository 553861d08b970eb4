/**
 * What mutation tests cover. `mutate` names the code that is broken, one place at a time; `tests` the tests that should notice. Tests that
 * start a process, open a store or try thousands of texts are left out: every mutant would cost their whole time.
 */

const ingest = {
  spans: [
    'rows/check-piece',
    'documents/find-citation',
    'spans/find-mentions',
    'documents/find-quote',
    'spans/fit-span',
    'spans/mark-names',
    'spans/span-tally',
    'documents/split-paragraphs',
    'spans/widen-span',
    'spans/word-boundary',
  ],
  dates: ['table/find-day-orders', 'rows/when-reader'],
  identities: ['names/entity-index', 'names/name-resolver', 'rows/parse-triple', 'names/type-index'],
  merges: ['names/merge-entities', 'names/merges-text'],
};

/** The tests of those parts of the reading; those that take long come last, since the first that fails ends a trial. */
const ingestTests = [
  'check-piece',
  'confidence',
  'doc-red',
  'entity-index',
  'evidence-identity',
  'find-citation',
  'find-mentions',
  'find-quote',
  'fit-span',
  'knowledge-net',
  'list-triples',
  'mark-names',
  'merge-entities',
  'parse-triple',
  'split-paragraphs',
  'type-index',
  'when-reader',
  'word-boundary',
  'written-dates',
  'number-columns',
  'namesakes',
  'name-resolver',
  'day-orders',
];

/** Verbs, or parts of them, that can be tried without an engine. The contract suite tests the others on every engine. */
const verbs = [
  'write/compact-rows',
  'rows/count-evidence',
  'rows/declared-by',
  'read/epoch-cache',
  'rows/group-by',
  'write/id-sketch',
  'rows/relation-record',
  'rows/row-values',
  'read/bind-filter',
  'write/write',
  'write/writer-memory',
];

/** The tests of those verbs. */
const storeTests = [
  'bind-filter',
  'compact-rows',
  'count-evidence',
  'declared-by',
  'epoch-cache',
  'id-sketch',
  'patient-engine',
  'relation-record',
  'row-values',
  'write',
  'writer-memory',
];

const toFile = (folder) => (name) => `tests/unit/${folder}/${name}.test.ts`;

/** So long a test may wait before it counts as one that never ends: those of most areas take milliseconds, some of the reading seconds. */
const WAITS_MS = { short: 2_500, long: 20_000 };

export const areas = {
  model: { mutate: ['lib/model/**/*.ts'], tests: ['tests/unit/model'], waitsMs: WAITS_MS.short },
  guard: {
    mutate: ['lib/guard/**/*.ts'],
    tests: ['judge-cypher', 'refusals', 'tokenize-cypher', 'words'].map(toFile('guard')),
    waitsMs: WAITS_MS.short,
  },
  graph: {
    mutate: ['lib/graph/**/*.ts', 'lib/reading/**/*.ts'],
    tests: ['tests/unit/graph', 'tests/unit/reading'],
    waitsMs: WAITS_MS.short,
  },
  ingest: {
    mutate: Object.values(ingest)
      .flat()
      .map((name) => `lib/ingest/${name}.ts`),
    tests: ingestTests.map(toFile('ingest')),
    waitsMs: WAITS_MS.long,
  },
  store: {
    mutate: ['lib/store/patient-engine.ts', ...verbs.map((name) => `lib/store/verbs/${name}.ts`)],
    tests: storeTests.map(toFile('store')),
    waitsMs: WAITS_MS.short,
  },
};
