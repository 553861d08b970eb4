/** Results of a query in JSON, as Neo4j Browser and Query save them and its HTTP interfaces answer: rows with nodes, relationships and paths. */
import type { Meter } from '../../bytes/meter';
import type { FileSample } from '../../bytes/take-sample';
import { openExport } from '../../extracted/open-export';
import type { GraphRecord } from '../../graph-files/graph-record';
import type { JsonPlace } from '../../json/find-values';
import { findJson, peekFound, type JsonRecordFound } from '../../json/read-json';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';
import { createResultReader, holdsGraph } from './result-reader';

export const neo4jJson: Format = {
  name: 'neo4j-json',
  title: 'results of a query in Neo4j',
  recognises: recognisedBy(
    'its rows hold nodes with labels and relationships with their ends, as Neo4j gives them',
    (sample) => findPlaces(sample) !== undefined,
  ),
  open: async (sample, options) => {
    const { path: file, name } = sample;
    const places = findPlaces(sample) ?? LAYOUTS.flat();
    const records = (reading: 'nodes' | 'edges', meter?: Meter): ReturnType<typeof readResults> =>
      readResults({ file, places }, reading, meter);
    return await openExport({ file, name, records }, options);
  },
};

/** Rows of Neo4j Browser; of the transactional interface, whose rows have their graph beside them; of the Query API. */
const LAYOUTS: readonly (readonly JsonPlace[])[] = [
  [['*']],
  [['results', '*', 'data', '*', 'graph']],
  [['data', 'values', '*']],
];

function findPlaces(sample: FileSample): readonly JsonPlace[] | undefined {
  return LAYOUTS.find((places) => peekFound(sample, places).some(({ value }) => holdsGraph(value)));
}

interface Results {
  readonly file: string;
  readonly places: readonly JsonPlace[];
}

async function* readResults(
  { file, places }: Results,
  reading: 'nodes' | 'edges',
  meter: Meter | undefined,
): AsyncGenerator<readonly GraphRecord[]> {
  const json = await findJson(file, places);
  const reader = createResultReader(file);
  for await (const found of json.records(meter)) {
    const records = found.flatMap((each) => toRecords(each, { file, take: reader.take }));
    yield records.filter(({ kind }) => (kind === 'node') === (reading === 'nodes'));
  }
}

interface Taking {
  readonly file: string;
  readonly take: ReturnType<typeof createResultReader>['take'];
}

function toRecords(found: JsonRecordFound, { file, take }: Taking): readonly GraphRecord[] {
  const { line, raw, problem } = found;
  return problem === undefined
    ? take(found.value, line)
    : [{ kind: 'refused', file, line, raw, reason: problem }];
}
