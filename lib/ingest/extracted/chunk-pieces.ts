import type { Document } from '@/lib/model/document';
import type { EntityId, PassageId } from '@/lib/model/ids';

import { createPassagePieces, toPassageText } from '../documents/passage-pieces';
import { checkText } from '../rows/check-text';
import { attemptRow } from '../rows/read-rows';
import type { Piece } from '../source';
import type { MarkLoosely } from '../spans/mark-loosely';
import type { ExtractedChunk, ExtractedGraph } from './extracted-graph';
import { toDocument } from './to-document';

/** A chunk that has become a passage. `text`: the passage's, where relations quote words of it. */
interface KnownChunk {
  readonly id: PassageId;
  readonly text: string | undefined;
}

export interface ChunkPieces {
  /** Returns the chunk as a passage, with the names of those marked who are said to be there, after its document. */
  readonly toPieces: (chunk: ExtractedChunk, present: ReadonlySet<EntityId>) => readonly Piece[];
  /** Returns the passages that a chunk has become, one for each of its documents. */
  readonly find: (key: string) => readonly KnownChunk[];
  /** Whether there has been any: graphs without texts are as they are meant. */
  readonly hasAny: () => boolean;
  readonly notices: () => readonly string[];
}

/** What chunks are read with. */
interface ChunkContext {
  /** The document of chunks that have none. */
  readonly dataset: string;
  /** The relations, which may quote. */
  readonly relations: ExtractedGraph['relations'];
  readonly mark: MarkLoosely;
}

/** Makes passages of chunks. */
export function createChunkPieces({ dataset, relations, mark }: ChunkContext): ChunkPieces {
  const passages = createPassagePieces();
  const known = new Map<string, KnownChunk[]>();
  const numbers = new Map<string, Set<number>>();
  const quoted = findQuoted(relations);
  let empty = 0;

  /** Numbers that the graph gives twice in a document are counted on. */
  function toIndex(document: string, wanted: number | undefined): number {
    const used = numbers.get(document) ?? new Set<number>();
    numbers.set(document, used);
    let index = wanted !== undefined && wanted > 0 && !used.has(wanted) ? wanted : used.size + 1;
    while (used.has(index)) index += 1;
    used.add(index);
    return index;
  }

  function addTo(
    document: Document,
    chunk: ExtractedChunk,
    present: ReadonlySet<EntityId>,
  ): readonly Piece[] {
    const { key, file, line } = chunk;
    const text = toPassageText(checkText('text', chunk.text));
    const index = toIndex(document.id, chunk.index);
    const mentions = mark(text, present);
    const { id, pieces } = passages.add({ document, text, index, mentions, file, line });
    known.set(key, [...(known.get(key) ?? []), { id, text: quoted.has(key) ? text : undefined }]);
    return pieces;
  }

  function addChunk(chunk: ExtractedChunk, present: ReadonlySet<EntityId>): readonly Piece[] {
    const documents = chunk.documents.length > 0 ? chunk.documents : [{ key: '', title: dataset }];
    return documents.flatMap((each) => addTo(toDocument(each, dataset), chunk, present));
  }

  return {
    toPieces: (chunk, present) => {
      if (chunk.text.trim() === '') {
        empty += 1;
        return [];
      }
      const { file, line, key } = chunk;
      const row = { file, line, raw: key, cells: new Map<string, string>() };
      const result = attemptRow(row, () => addChunk(chunk, present));
      return 'value' in result ? result.value : [{ kind: 'reject', reject: result.reject }];
    },
    find: (key) => known.get(key) ?? [],
    hasAny: () => known.size > 0,
    notices: () => (empty === 0 ? [] : [`Chunks without text, which give no passages: ${empty}.`]),
  };
}

function findQuoted(relations: ExtractedGraph['relations']): ReadonlySet<string> {
  const chunks = relations.flatMap(({ evidence }) =>
    evidence.flatMap(({ chunk, quote }) => (quote === undefined ? [] : [chunk])),
  );
  return new Set(chunks);
}
