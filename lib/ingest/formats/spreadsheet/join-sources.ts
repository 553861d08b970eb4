/** From the sources of sheets to the source of the workbook. */
import type { Piece, Source } from '../../source';
import type { WrittenSheet, WrittenSheets } from './write-sheets';

/** A sheet, or the folder of all of them, opened. */
export interface OpenedSheet {
  readonly sheet: WrittenSheet | undefined;
  readonly source: Source;
}

interface Book {
  readonly path: string;
  readonly dataset: string;
  readonly written: WrittenSheets;
}

/** Returns one source for them; rows cite their sheet and its row. */
export function joinSources(
  opened: readonly OpenedSheet[],
  { path, dataset, written }: Book,
): Omit<Source, 'close'> {
  const sources = opened.map(({ source }) => source);
  const [only, another] = sources;
  const alone = another === undefined ? only : undefined;
  return {
    dataset,
    files: [path],
    columns: alone ? alone.columns : opened.flatMap(toColumns),
    isMapped: sources.some(({ isMapped = false }) => isMapped),
    layout: alone?.layout,
    mappedFor: alone?.mappedFor,
    kindOf: alone?.kindOf,
    entities: sources.flatMap(({ entities = [] }) => entities),
    types: sources.flatMap(({ types = [] }) => types),
    rejects: sources.flatMap(({ rejects = [] }) =>
      rejects.map((reject) => ({ ...reject, file: written.tell(reject.file) })),
    ),
    notices: () => sources.flatMap((source) => source.notices?.() ?? []).map(written.tell),
    pieces: () => readAll(sources, written),
  };
}

function toColumns({ sheet, source }: OpenedSheet) {
  const of = sheet === undefined ? '' : ` (${sheet.title})`;
  return (source.columns ?? []).map(({ field, column }) => ({ field, column: column + of }));
}

async function* readAll(
  sources: readonly Source[],
  { sheets, tell }: WrittenSheets,
): AsyncGenerator<readonly Piece[]> {
  const titles = new Map(sheets.map(({ file, title }) => [file, title]));
  const places = new Map(sheets.map(({ file }) => [file, tell(file)]));
  const place = (piece: Piece): Piece => {
    if (piece.kind === 'row') {
      const { file } = piece.row;
      return {
        kind: 'row',
        row: { ...piece.row, file: places.get(file) ?? file, citedFile: titles.get(file) },
      };
    }
    if (piece.kind === 'reject')
      return { kind: 'reject', reject: { ...piece.reject, file: tell(piece.reject.file) } };
    return piece.kind === 'passage' ? { ...piece, file: places.get(piece.file) ?? piece.file } : piece;
  };
  for (const source of sources) for await (const pieces of source.pieces()) yield pieces.map(place);
}
