/** Which format reads a path: the one that is sure, or the one that a person chose. */
import { EntenteError } from '@/lib/model/entente-error';

import type { FileSample } from './bytes/take-sample';
import { formats } from './formats';
import { eventTable } from './formats/event-table';
import { graphTables } from './formats/graph-tables/format';
import { plainDocuments } from './formats/plain-documents';
import { triplesTable } from './formats/triples-table';
import { vocabularyTable } from './formats/vocabulary-table';
import type { IngestOptions } from './input';
import { peekJson, recordsOf } from './json/peek-json';
import { recognise, type Recognised } from './recognise';
import type { Format } from './source';
import { tellOther } from './tell-others';

const MAPPED_AS_TABLE = new Set([triplesTable, vocabularyTable, plainDocuments].map(({ name }) => name));

const MAPPED_BY_ITSELF = new Set([eventTable.name, 'xlsx', 'sparql', 'neo4j-browser-csv']);

/**
 * Chooses who reads a path.
 *
 * @param sample - its beginning
 * @param wishes - what a person said of it, and what was seen of it before
 * @throws `invalid` when nobody reads it, or several might; the message says what to do
 */
export async function chooseFormat(
  sample: FileSample,
  wishes: Pick<IngestOptions, 'format' | 'mapping' | 'tables' | 'looked'>,
): Promise<Format> {
  if (wishes.tables !== undefined) return graphTables;
  if (wishes.format !== undefined) return findFormat(wishes.format);
  refuseOther(sample, true);
  const recognised = wishes.looked?.recognised ?? (await recognise(sample, formats));
  if (wishes.mapping !== undefined && !sample.isFolder) return chooseTable(sample, recognised[0]);
  return chooseRecognised(sample, recognised);
}

function chooseRecognised(sample: FileSample, [first, second]: readonly Recognised[]): Format {
  if (first?.claim.strength !== 'strong') refuseOther(sample, false);
  if (first && second) throw doubt(sample, [first, second]);
  if (first) return first.format;
  throw new EntenteError(
    'invalid',
    `The contents of ${sample.path} were not recognised.${describeJson(sample)} Choose the format: ${listFormats()}.`,
  );
}

function refuseOther(sample: FileSample, isFirst: boolean): void {
  const other = tellOther(sample, isFirst);
  if (other !== undefined)
    throw new EntenteError('invalid', `Nothing of ${sample.path} was stored. ${other}`);
}

function doubt(sample: FileSample, recognised: readonly Recognised[]): EntenteError {
  const choices = recognised.map(
    ({ format, claim }) => `${format.title} (${claim.because}): --format ${format.name}`,
  );
  return new EntenteError('invalid', `${sample.path} may be ${choices.join('; or ')}. Say which.`);
}

function findFormat(wanted: string): Format {
  const format = formats.find(({ name }) => name === wanted);
  if (format) return format;
  throw new EntenteError('invalid', `There is no format '${wanted}'. The formats are: ${listFormats()}.`);
}

function listFormats(): string {
  return formats.map(({ name }) => name).join(', ');
}

/** What a mapping is about: a table, whatever else its columns may look like. */
function chooseTable({ path: given }: FileSample, recognised: Recognised | undefined): Format {
  if (recognised === undefined || MAPPED_AS_TABLE.has(recognised.format.name)) return triplesTable;
  if (MAPPED_BY_ITSELF.has(recognised.format.name)) return recognised.format;
  throw new EntenteError(
    'invalid',
    `${given} is ${recognised.format.title} (${recognised.claim.because}); --map is only for the columns of a table. Leave it out.`,
  );
}

/** What JSON without triples holds, and what is looked for in it. */
function describeJson(sample: FileSample): string {
  const peek = peekJson(sample);
  if (peek === undefined) return '';
  const [first] = recordsOf(peek);
  const names = [...(first === undefined ? peek.members.keys() : Object.keys(first))].slice(0, 10);
  const found = names.length === 0 ? '' : ` with ${names.map((name) => name.slice(0, 40)).join(', ')}`;
  return ` It is JSON${found}; triples are objects with subject, relation and object, or head, relation and tail.`;
}
