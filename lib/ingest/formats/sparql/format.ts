/** Answers of SPARQL endpoints, in JSON, CSV or TSV: rows of resources with their labels beside them. */
import path from 'node:path';

import type { Mapping, SavedMapping } from '@/lib/model/mapping';

import { recognisedBy } from '../../recognise';
import type { Format, OpenOptions, Piece, Source } from '../../source';
import type { FileSample } from '../../bytes/take-sample';
import { readMappings } from '../../table/mapping-file';
import { askRoles, basesOf, findRoles, toSaidRoles } from './roles';
import { createSparqlRows } from './rows';
import { findAnswer, type SparqlAnswer } from './solutions';

export const sparql: Format = {
  name: 'sparql',
  title: 'an answer of a SPARQL endpoint',
  recognises: recognisedBy('its rows are solutions of a query, with IRIs in them', (sample) => {
    const answer = findAnswer(sample);
    return answer !== undefined && (isJson(sample) || looksLikeSolutions(answer));
  }),
  open: openAnswer,
};

function isJson({ text }: FileSample): boolean {
  return text.trimStart().startsWith('{');
}

/** A table is one where a variable and its label stand side by side, or all three parts are there, and the variable holds IRIs. */
function looksLikeSolutions(answer: SparqlAnswer): boolean {
  const { variables, first } = answer;
  const holdsIris = (name: string): boolean => {
    const held = first.flatMap(({ values }) => values.get(name) ?? []);
    return held.length > 0 && held.every(({ isIri }) => isIri);
  };
  const labelled = variables.filter((name) => variables.includes(`${name}Label`) && holdsIris(name));
  if (labelled.length > 1) return true;
  return findRoles(answer) !== undefined && basesOf(variables).slice(0, 2).every(holdsIris);
}

async function openAnswer(sample: FileSample, options: OpenOptions): Promise<Source> {
  const { path: file, name } = sample;
  const answer = findAnswer(sample) ?? { variables: [], first: [], read: nothing };
  const { variables } = answer;
  const mapping = options.mapping ?? (await findMapping(file, variables, options.savedMappings));
  const roles = mapping ? toSaidRoles(mapping, variables) : findRoles(answer);
  if (roles === undefined) throw askRoles(answer);
  const dataset = path.basename(name, path.extname(name));
  const begin = () => createSparqlRows({ file, dataset, roles, variables });
  let rows = begin();
  return {
    dataset,
    files: [file],
    isMapped: mapping !== undefined,
    mappedFor: { header: [...variables] },
    columns: [...roles].flatMap(([field, role]) =>
      'variable' in role ? [{ field, column: role.variable }] : [],
    ),
    notices: () => rows.notices(),
    pieces: async function* (): AsyncGenerator<readonly Piece[]> {
      rows = begin();
      rows.look(answer.first);
      for await (const solutions of answer.read(options.meter)) {
        rows.look(solutions);
        yield solutions.flatMap(rows.toPieces);
      }
    },
  };
}

/** What a person has said about an answer with these variables. */
async function findMapping(
  file: string,
  variables: readonly string[],
  given: readonly SavedMapping[] = [],
): Promise<Mapping | undefined> {
  const saved = [...(await readMappings(path.dirname(file))), ...given];
  return saved.find(
    ({ for: these }) =>
      'header' in these &&
      these.header.length === variables.length &&
      these.header.every((name, at) => name === variables[at]),
  );
}

async function* nothing(): AsyncGenerator<readonly never[]> {
  yield await Promise.resolve([]);
}
