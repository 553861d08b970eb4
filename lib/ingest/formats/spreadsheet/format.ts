/** A workbook (`.xlsx`): each sheet that holds something is read as a CSV file with the same cells would be. */
import path from 'node:path';

import { EntenteError } from '@/lib/model/entente-error';

import { listZip } from '../../bytes/list-zip';
import { takeSample, type FileSample } from '../../bytes/take-sample';
import { QuestionError } from '../../question-error';
import { recognise, recognisedBy } from '../../recognise';
import type { Format, OpenOptions } from '../../source';
import { readMappings } from '../../table/mapping-file';
import { joinSources, type OpenedSheet } from './join-sources';
import { readSheets } from './read-sheets';
import { writeSheets, type WrittenSheet, type WrittenSheets } from './write-sheets';

/** The formats that may be in a workbook. */
interface Inside {
  /** Reads sheets of nodes and edges that belong together. */
  readonly graph: Format;
  /** Read one sheet each, the most particular first. */
  readonly tables: readonly Format[];
  /** Reads a sheet whose columns a person names. */
  readonly mapped: Format;
}

/** Returns the format of workbooks with such tables in them. */
export function createSpreadsheetFormat(inside: Inside): Format {
  return {
    name: 'xlsx',
    title: 'a workbook',
    recognises: recognisedBy(
      'it is a zip file with the parts of a workbook',
      async ({ isFolder, bytes, path: file }) =>
        !isFolder && isZip(bytes) && (await listZip(file)).includes('xl/workbook.xml'),
    ),
    open: async (sample, given) => {
      const sheets = await readSheets(sample.path);
      if (sheets.length === 0)
        throw new EntenteError('invalid', `${sample.path} has only empty sheets; there is nothing to load.`);
      const written = await writeSheets(sample, sheets);
      try {
        const beside = await readMappings(path.dirname(sample.path));
        const options = { ...given, savedMappings: [...beside, ...(given.savedMappings ?? [])] };
        const dataset = path.basename(sample.name, path.extname(sample.name));
        const opened = await openSheets({ ...written, dataset }, inside, options);
        return { ...joinSources(opened, { path: sample.path, dataset, written }), close: written.close };
      } catch (error) {
        await written.close();
        throw tellSheet(error, written.tell);
      }
    },
  };
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

async function openSheets(
  { folder, sheets, dataset }: WrittenSheets & { readonly dataset: string },
  inside: Inside,
  options: OpenOptions,
): Promise<readonly OpenedSheet[]> {
  const all: FileSample = { ...(await takeSample(folder)), name: dataset };
  if (options.mapping === undefined && (await inside.graph.recognises(all)))
    return [{ sheet: undefined, source: await inside.graph.open(all, options) }];
  const opened: OpenedSheet[] = [];
  for (const sheet of sheets)
    opened.push({ sheet, source: await openSheet(sheet, { inside, options, isAlone: sheets.length === 1 }) });
  return opened;
}

interface Opening {
  readonly inside: Inside;
  readonly options: OpenOptions;
  readonly isAlone: boolean;
}

/** What a person says about columns is meant for the sheets that need it. */
async function openSheet({ file, title }: WrittenSheet, { inside, options, isAlone }: Opening) {
  const { mapping, ...unsaid } = options;
  const sample = { ...(await takeSample(file)), name: title };
  if (mapping !== undefined && isAlone) return await inside.mapped.open(sample, options);
  try {
    const [recognised] = await recognise(sample, inside.tables);
    return await (recognised?.format ?? inside.mapped).open(sample, unsaid);
  } catch (error) {
    if (mapping !== undefined && error instanceof QuestionError)
      return await inside.mapped.open(sample, options);
    throw error instanceof QuestionError ? nameSheet(error, title) : error;
  }
}

function nameSheet({ message, question }: QuestionError, title: string): QuestionError {
  const about = `This is about ${title}.`;
  return new QuestionError(`${title}: ${message}`, { ...question, reason: `${about} ${question.reason}` });
}

/** Takes the temporary folder out of what a person reads. */
function tellSheet(error: unknown, tell: (text: string) => string): unknown {
  if (error instanceof QuestionError) return new QuestionError(tell(error.message), error.question);
  if (!(error instanceof EntenteError)) return error;
  return new EntenteError(error.failure, tell(error.message), { cause: error });
}
