/** RDF in any of its syntaxes, with RDF-star: names from labels, sources from named graphs and annotations. */
import type { Reject } from '@/lib/model/reject';

import { surveyRdf } from './scope';
import { createRdfResources, type RdfResources } from './resources';
import type { RdfContext } from './row-context';
import { createRdfRows } from './rows';
import { toRdfTypes } from './types';
import { chooseReader, toTextReader } from './choose-reader';
import { toNQuad, type RdfRecord } from './read-rdf';
import { createTally, noteTally } from '../../rows/tally';
import type { Format, Piece, Source } from '../../source';

export const rdf: Format = {
  name: 'rdf',
  title: 'RDF',
  recognises: (sample) => {
    const reader = chooseReader(sample);
    return Promise.resolve(reader && { strength: 'strong', because: reader.because });
  },
  open: async (sample, { fallbackTypes, meter }) => {
    const file = sample.path;
    const { read } = chooseReader(sample) ?? toTextReader(sample);
    const dataset = sample.name;
    const overview = await surveyRdf(read({}));
    const resources = createRdfResources(overview, dataset);
    const rejects = await describeResources(read({}), resources, file);
    resources.addQuoted();
    const types = toRdfTypes(resources, fallbackTypes);
    const context: RdfContext = { file, dataset, overview, resources, types };
    let rows = createRdfRows(context);
    let unexplained = createTally();
    return {
      files: [file],
      types: types.declared,
      entities: resources.entities(),
      rejects,
      notices: () => [
        ...noteTally('Left out, since the context does not say what it means', unexplained),
        ...rows.notices(),
      ],
      pieces: async function* () {
        rows = createRdfRows(context);
        unexplained = createTally();
        for await (const records of read({ meter, unexplained })) {
          yield records.flatMap((record) => toPieces(record, file, rows.toPieces));
        }
      },
    } satisfies Source;
  },
};

/**
 * Describes the resources.
 * @returns the lines whose text cannot be stored, as rejects
 */
async function describeResources(
  records: AsyncIterable<readonly RdfRecord[]>,
  resources: RdfResources,
  file: string,
): Promise<readonly Reject[]> {
  const rejects: Reject[] = [];
  for await (const some of records) {
    for (const record of some) {
      const reason = record.kind === 'statement' ? resources.take(record.quad) : undefined;
      if (record.kind === 'fault' || reason === undefined) continue;
      rejects.push({
        file,
        line: record.line,
        column: 'object',
        reason,
        row: record.raw ?? toNQuad(record.quad),
      });
    }
  }
  return rejects;
}

function toPieces(
  record: RdfRecord,
  file: string,
  toRows: (record: Extract<RdfRecord, { kind: 'statement' }>) => readonly Piece[],
): readonly Piece[] {
  if (record.kind === 'statement') return toRows(record);
  const { line, reason, raw } = record;
  return [{ kind: 'reject', reject: { file, line, column: '', reason, row: raw } }];
}
