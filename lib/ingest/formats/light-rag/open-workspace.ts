import { EntenteError } from '@/lib/model/entente-error';

import type { Meter } from '../../bytes/meter';
import { noteUnread } from '../../bytes/note-others';
import type { FileSample } from '../../bytes/take-sample';
import type { ExtractedChunk } from '../../extracted/extracted-graph';
import { createExtractedPieces } from '../../extracted/extracted-pieces';
import { fieldOf, toText, toWholeNumber } from '../../json/json-value';
import { readMembers, type JsonMember } from '../../json/read-members';
import { noteTally } from '../../rows/tally';
import type { OpenOptions, Piece, Source } from '../../source';
import { files, findWorkspace } from './find-workspace';
import { readWorkspaceDocuments, type WorkspaceDocuments } from './read-documents';
import { readWorkspaceGraph, type WorkspaceGraph } from './read-graph';

/**
 * Opens a folder of LightRAG or nano-graphrag. The graph and the answers of the model about its relations are held in memory, of the
 * texts only their ids: a workspace with some 100,000 relations takes some 100 MB.
 *
 * @throws `invalid` when the folder is no such workspace.
 */
export async function openWorkspace(
  sample: FileSample,
  { fallbackTypes, meter }: OpenOptions,
): Promise<Source> {
  const workspace = await findWorkspace(sample);
  const { graph: graphFile, chunks: chunkFile } = workspace?.files ?? {};
  if (workspace === undefined || graphFile === undefined || chunkFile === undefined)
    throw new EntenteError(
      'invalid',
      `${sample.path} is not a folder of LightRAG: it needs ${files.graph} and ${files.chunks}, and no second folder with them.`,
    );
  const dataset = sample.name;
  const extracted = createExtractedPieces(dataset, fallbackTypes);
  const documents = await readWorkspaceDocuments(workspace);
  let graph: WorkspaceGraph | undefined;
  return {
    dataset,
    citedFile: `${dataset}/${files.graph}`,
    files: Object.values(workspace.files),
    notices: () => [
      ...documents.notices,
      ...extracted.notices(),
      ...(graph === undefined ? [] : noteGraph(graph)),
      ...noteUnread([...workspace.beside, ...workspace.others]),
    ],
    pieces: async function* () {
      graph = await readWorkspaceGraph(workspace.files, graphFile, meter);
      yield graph.rejects;
      const broken: Piece[] = [];
      const chunks = () => readChunks(chunkFile, { documents, meter, broken });
      yield* extracted.pieces({ ...graph, chunks });
      yield broken;
    },
  };
}

interface ChunkReading {
  readonly documents: WorkspaceDocuments;
  readonly meter: Meter;
  /** Takes what cannot be read. */
  readonly broken: Piece[];
}

async function* readChunks(
  file: string,
  { documents, meter, broken }: ChunkReading,
): AsyncGenerator<readonly ExtractedChunk[]> {
  for await (const { members, rejects } of readMembers(file, meter)) {
    broken.push(...rejects);
    yield members.map((member) => toChunk(member, file, documents));
  }
}

function toChunk(
  { key, value, line }: JsonMember,
  file: string,
  { documentOf }: WorkspaceDocuments,
): ExtractedChunk {
  const content = fieldOf(value, 'content');
  const order = toWholeNumber(fieldOf(value, 'chunk_order_index'));
  const document = toText(fieldOf(value, 'full_doc_id'));
  return {
    key,
    text: typeof content === 'string' ? content : '',
    documents: document === undefined ? [] : [documentOf(document, value)],
    index: order === undefined ? undefined : order + 1,
    file,
    line,
  };
}

function noteGraph({ merged, handmade, unread }: WorkspaceGraph): readonly string[] {
  return [
    ...(merged === 0
      ? []
      : [`Descriptions that LightRAG merged from several, of which the first was kept: ${merged}.`]),
    ...(handmade === 0 ? [] : [`Relations that were entered by hand, without a text: ${handmade}.`]),
    ...noteTally('Not read from the graph', unread),
  ];
}
