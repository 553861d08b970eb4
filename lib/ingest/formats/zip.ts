/** A zip file with what any other format reads in it: a dataset folder, documents, or one file. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { EntenteError } from '@/lib/model/entente-error';

import { isDataName, isDocumentName } from '../bytes/file-names';
import { listFiles } from '../bytes/list-files';
import { tellDocument } from '../documents/tell-document';
import { recognise, recognisedBy } from '../recognise';
import type { Format, OpenOptions, Piece, Source } from '../source';
import { takeSample, type FileSample } from '../bytes/take-sample';
import { unpackZip } from '../bytes/unpack-zip';

const SHOWN = 5;

/**
 * Creates the format of zip files.
 * @param inner - the formats that may be inside one
 */
export function createZipFormat(inner: readonly Format[]): Format {
  return {
    name: 'zip',
    title: 'a zip file',
    recognises: recognisedBy(
      'it begins as zip files do',
      (sample) => isZip(sample) && tellDocument(sample) === undefined,
    ),
    open: async (sample, options) => {
      const stem = path.basename(sample.name, path.extname(sample.name));
      const unpacked = await unpackZip(sample.path, stem);
      const tell = (text: string): string =>
        text.replaceAll(`${unpacked.folder}/`, `${sample.name}/`).replaceAll(unpacked.folder, sample.name);
      try {
        const source = await openInner(await findContents(unpacked.folder), { inner, options });
        return { ...rename(source, tell), close: unpacked.close };
      } catch (error) {
        await unpacked.close();
        if (!(error instanceof EntenteError)) throw error;
        throw new EntenteError(error.failure, tell(error.message), { cause: error });
      }
    },
  };
}

function isZip({ bytes }: FileSample): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** What is meant: the folder that everything is in, or the one file. */
async function findContents(folder: string): Promise<string> {
  const [only, another] = await readdir(folder, { withFileTypes: true });
  if (!only || another) return folder;
  const inside = path.join(folder, only.name);
  return only.isDirectory() ? findContents(inside) : inside;
}

interface Inside {
  readonly inner: readonly Format[];
  readonly options: OpenOptions;
}

async function openInner(contents: string, { inner, options }: Inside): Promise<Source> {
  const sample = await takeSample(contents);
  const [recognised] = await recognise(sample, inner);
  if (recognised) {
    const source = withNames(await recognised.format.open(sample, options), sample);
    return recognised.format.name === 'documents' && sample.isFolder
      ? await tellData(source, contents)
      : source;
  }
  throw new EntenteError('invalid', `The contents of ${contents} were not recognised.`);
}

/** A folder is as many inputs as it has files with data; a zip file is one, so that what lies beside documents is not read. */
async function tellData(source: Source, folder: string): Promise<Source> {
  const data = (await listFiles(folder)).filter((name) => isDataName(name) && !isDocumentName(name));
  if (data.length === 0) return source;
  const named = data.slice(0, SHOWN).join(', ') + (data.length > SHOWN ? ' …' : '');
  const notice = `Of the zip file only the documents are read, and not ${named}: unpack it and load the folder.`;
  return { ...source, notices: () => [...(source.notices?.() ?? []), notice] };
}

/** A file is called in a zip as it is called outside of it, so that loading it from there is the same load. */
function withNames(source: Source, { name, isFolder }: FileSample): Source {
  const stem = isFolder ? name : path.basename(name, path.extname(name));
  return {
    ...source,
    dataset: source.dataset ?? stem,
    title: source.title ?? name,
    citedFile: source.citedFile ?? name,
  };
}

/** Takes the temporary folder out of everything that a person reads. */
function rename(source: Source, tell: (text: string) => string): Source {
  return {
    ...source,
    rejects: source.rejects?.map((reject) => ({
      ...reject,
      file: tell(reject.file),
      reason: tell(reject.reason),
    })),
    notices: () => (source.notices?.() ?? []).map(tell),
    pieces: () => renamePieces(source.pieces(), tell),
  };
}

async function* renamePieces(
  pieces: AsyncIterable<readonly Piece[]>,
  tell: (text: string) => string,
): AsyncGenerator<readonly Piece[]> {
  const names = new Map<string, string>();
  const tellFile = (file: string): string => {
    const known = names.get(file) ?? tell(file);
    names.set(file, known);
    return known;
  };
  for await (const some of pieces) yield some.map((piece) => renamePiece(piece, tellFile));
}

function renamePiece(piece: Piece, tell: (file: string) => string): Piece {
  if (piece.kind === 'row') return { kind: 'row', row: { ...piece.row, file: tell(piece.row.file) } };
  if (piece.kind === 'reject')
    return { kind: 'reject', reject: { ...piece.reject, file: tell(piece.reject.file) } };
  return piece.kind === 'passage' ? { ...piece, file: tell(piece.file) } : piece;
}
