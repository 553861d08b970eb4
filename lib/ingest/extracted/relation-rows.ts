import type { Entity } from '@/lib/model/entity';
import type { DocumentId } from '@/lib/model/ids';
import type { RelationType } from '@/lib/model/relation-type';
import type { Span } from '@/lib/model/span';

import { createSymmetricTypes, UNTYPED } from '../graph-files/graph-edges';
import { hasWords } from '../names/has-words';
import { createTally, noteTally } from '../rows/tally';
import type { Named, Piece, SourceRow } from '../source';
import { findLoosely } from '../spans/find-loosely';
import type { ChunkPieces } from './chunk-pieces';
import type { ExtractedEntities } from './extracted-entities';
import type { ExtractedDocument, ExtractedEvidence, ExtractedRelation } from './extracted-graph';
import { toDocument } from './to-document';

export interface RelationRows {
  /** Returns a row for each chunk that the relation was read in, or one that cites its file. */
  readonly toPieces: (relation: ExtractedRelation) => readonly Piece[];
  readonly notices: () => readonly string[];
}

interface RowContext {
  readonly dataset: string;
  readonly entities: Pick<ExtractedEntities, 'find'>;
  readonly chunks: Pick<ChunkPieces, 'find' | 'hasAny'>;
  readonly knownTypes: readonly RelationType[];
}

/** Makes rows of relations, once all entities and chunks are known. */
export function createRelationRows({ dataset, entities, chunks, knownTypes }: RowContext): RelationRows {
  const symmetric = createSymmetricTypes(knownTypes);
  const missing = createTally();
  const known = new Set<DocumentId>();
  const counts = { unsourced: 0, unquoted: 0 };

  function findSpan(text: string | undefined, quote: string | undefined): Partial<Span> {
    if (text === undefined || quote === undefined) return {};
    const span = findLoosely(text, quote);
    if (span === undefined) counts.unquoted += 1;
    return span ?? {};
  }

  function cite(row: SourceRow, evidence: ExtractedEvidence): readonly SourceRow[] {
    const { chunk, grade, quote, attributedTo } = evidence;
    const known = chunks.find(chunk);
    if (known.length === 0) missing.add(chunk);
    const statement = toStatement(evidence.statement) ?? row.statement;
    const cells =
      attributedTo === undefined ? row.cells : new Map(row.cells).set('attributed_to', attributedTo);
    return known.map(({ id, text }) => {
      const citation = { passage: id, ...findSpan(text, quote) };
      return { ...row, cells, citation, grade, statement };
    });
  }

  /** Writes a row for each document that it cites, after the document where that is new. */
  function citeDocuments(row: SourceRow, documents: readonly ExtractedDocument[]): readonly Piece[] {
    return documents.flatMap((each) => {
      const document = toDocument(each, dataset);
      const isNew = !known.has(document.id);
      known.add(document.id);
      const cited: Piece = { kind: 'row', row: { ...row, document: document.id } };
      return isNew ? [{ kind: 'document', document }, cited] : [cited];
    });
  }

  function toRowPieces(relation: ExtractedRelation, row: SourceRow): readonly Piece[] {
    const cited = relation.evidence.flatMap((evidence) => cite(row, evidence));
    if (cited.length > 0) return cited.map((each) => ({ kind: 'row', row: each }));
    if (relation.documents && relation.documents.length > 0) return citeDocuments(row, relation.documents);
    if (chunks.hasAny() || relation.evidence.length > 0) counts.unsourced += 1;
    return [{ kind: 'row', row }];
  }

  return {
    toPieces: (relation) => {
      const row = toRow(relation, entities);
      const type = relation.isDirected ? [] : symmetric.declare(row.cells.get('relation') ?? '');
      return [...type, ...toRowPieces(relation, row)];
    },
    notices: () => [
      ...noteTally('Chunks that relations name but that are missing', missing),
      ...(counts.unsourced === 0
        ? []
        : [`Relations without an existing chunk, which cite their file: ${counts.unsourced}.`]),
      ...(counts.unquoted === 0
        ? []
        : [`Quotations that are not in their chunk, so the whole chunk is cited: ${counts.unquoted}.`]),
    ],
  };
}

function toRow(relation: ExtractedRelation, entities: RowContext['entities']): SourceRow {
  const { source, target, file, line, raw, statement } = relation;
  const [subject, object] = [toNamed(entities.find(source)), toNamed(entities.find(target))];
  const cells = new Map([...(relation.cells ?? []), ['relation', nameType(relation.type)]]);
  cells.set('subject', subject?.name ?? source).set('object', object?.name ?? target);
  const row = { file, line, raw, cells, subject, object, statement: toStatement(statement) };
  if (subject && object) return row;
  return { ...row, problem: toProblem(subject ? 'object' : 'subject') };
}

const JOINED_WORDS = /^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*|[a-z][a-z0-9]*(?:_[a-z0-9]+)+)$/u;

/** A number is no type, and `MOVED_TO` and `moved_to` read "moved to". */
function nameType(type = UNTYPED): string {
  if (!hasWords(type)) return UNTYPED;
  return JOINED_WORDS.test(type) ? type.toLowerCase().replaceAll('_', ' ') : type;
}

function toNamed(entity: Entity | undefined): Named | undefined {
  return entity && { name: entity.name, id: entity.id };
}

function toProblem(column: 'subject' | 'object'): SourceRow['problem'] {
  return { column, reason: `the ${column} has no name that could be used; give the entity one` };
}

/** What no store can hold is taken out of it. */
function toStatement(text: string | undefined): string | undefined {
  const plain = text?.replaceAll('\0', '').toWellFormed().replace(/\s+/gu, ' ').trim();
  return plain === '' ? undefined : plain;
}
