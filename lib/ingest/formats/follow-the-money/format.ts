/** Entities of FollowTheMoney as JSON Lines, nested or not, and their statements, as Aleph and OpenSanctions export them. */
import path from 'node:path';

import type { FileSample } from '../../bytes/take-sample';
import { recognisedBy } from '../../recognise';
import type { Format, OpenOptions, Source } from '../../source';
import { createStatementGroups } from './group-statements';
import { createFtmPieces } from './pieces';
import { isFtm, readFtm } from './read-ftm';
import { findStatements, readStatements } from './statements';

export const followTheMoney: Format = {
  name: 'follow-the-money',
  title: 'FollowTheMoney entities',
  recognises: recognisedBy(
    'its records have an id, a schema and properties, or are statements of such',
    (sample) => !sample.isFolder && (beginsWithRecord(sample.text) || findStatements(sample) !== undefined),
  ),
  open: async (sample, options) => {
    const layout = findStatements(sample);
    return await Promise.resolve(
      layout === undefined ? openEntities(sample, options) : openStatements(sample, layout, options),
    );
  },
};

function openEntities({ path: file, name }: FileSample, { fallbackTypes, meter }: OpenOptions): Source {
  const dataset = toDataset(name);
  const graph = createFtmPieces((reading) => readFtm(file, reading === 'links' ? meter : undefined), {
    file,
    dataset,
    knownTypes: fallbackTypes,
  });
  return { dataset, files: [file], notices: () => graph.notices(), pieces: () => graph.pieces() };
}

function openStatements(
  { path: file, name }: FileSample,
  layout: 'table' | 'lines',
  { fallbackTypes, meter }: OpenOptions,
): Source {
  const dataset = toDataset(name);
  let groups = createStatementGroups();
  const graph = createFtmPieces(
    async function* (reading) {
      if (reading === 'things') {
        groups = createStatementGroups();
        await groups.takeAll(readStatements(file, layout, meter));
      }
      yield* reading === 'things' ? groups.things() : groups.links();
    },
    { file, dataset, knownTypes: fallbackTypes },
  );
  return {
    dataset,
    files: [file],
    notices: () => [...groups.notices(), ...graph.notices()],
    pieces: () => graph.pieces(),
  };
}

function toDataset(name: string): string {
  return path.basename(name, path.extname(name)).replace(/\.(?:ftm|nested)$/u, '');
}

const LOOKS_LIKE = /^\s*\{(?=.*"schema"\s*:\s*"[A-Z])(?=.*"properties"\s*:\s*\{)/u;

/** A record that is longer than the sample is told by what it has. */
function beginsWithRecord(text: string): boolean {
  const line = text.split(/\r\n?|\n/u).find((each) => each.trim() !== '') ?? '';
  return LOOKS_LIKE.test(line) && (line.length === text.length || isFtm(line));
}
