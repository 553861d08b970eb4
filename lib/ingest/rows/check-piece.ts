import { EntenteError } from '@/lib/model/entente-error';
import type { Entity } from '@/lib/model/entity';
import type { DocumentId, PassageId } from '@/lib/model/ids';
import type { Reject } from '@/lib/model/reject';

import { refuseCell } from './check-cell';
import { checkText } from './check-text';
import type { Piece, SourceRow } from '../source';

/** Longer names fit into no index of a database (Neo4j: 8,167 bytes for a key), and are no names. Characters, in UTF-16 units. */
const LONGEST_NAME = 1000;

/**
 * Creates a function that returns a piece as it is, or as a reject when no store can hold its text.
 * Whatever cites a rejected passage or document is rejected with it.
 */
export function createPieceChecker(): (piece: Piece) => Piece {
  const documents = new Set<DocumentId>();
  const passages = new Set<PassageId>();

  function check(piece: Piece): void {
    if (piece.kind === 'row') checkRow(piece.row, passages);
    else if (piece.kind === 'entity') checkEntity(piece.entity);
    else if (piece.kind === 'passage') {
      if (documents.has(piece.passage.document)) refuseCell('document', 'its document was refused');
      checkText('text', piece.passage.text);
    } else if (piece.kind === 'document') checkTexts(Object.entries(piece.document));
    else if (piece.kind === 'type') checkTexts([['label', piece.type.label]]);
  }

  return (piece) => {
    try {
      check(piece);
      return piece;
    } catch (error) {
      if (!(error instanceof EntenteError) || error.failure !== 'invalid') throw error;
      if (piece.kind === 'document') documents.add(piece.document.id);
      if (piece.kind === 'passage') passages.add(piece.passage.id);
      return toRefused(piece, error.fields[0]?.path ?? '', error.message);
    }
  };
}

/** @throws `invalid` for an entity that no store can hold */
export function checkEntity({ name, aliases, description }: Entity): void {
  checkName('name', name);
  for (const alias of aliases) checkName('aliases', alias);
  if (description !== undefined) checkText('description', description);
}

function checkName(column: string, name: string): void {
  if (name.length > LONGEST_NAME)
    refuseCell(
      column,
      `a name of ${name.length} characters is too long; the longest allowed has ${LONGEST_NAME}`,
    );
  checkText(column, name);
}

function checkRow(row: SourceRow, refused: ReadonlySet<PassageId>): void {
  if (row.problem) return;
  for (const [column, cell] of row.cells) {
    if (column === 'subject' || column === 'object' || column === 'attributed_to') checkName(column, cell);
    else checkText(column, cell);
  }
  if (row.subject) checkName('subject', row.subject.name);
  if (row.object) checkName('object', row.object.name);
  if (row.citation && refused.has(row.citation.passage)) refuseCell('document', 'its passage was refused');
}

function checkTexts(fields: readonly (readonly [string, unknown])[]): void {
  for (const [field, value] of fields) if (typeof value === 'string') checkText(field, value);
}

/** A row stays a row, so that it is counted; anything else becomes a reject. */
function toRefused(piece: Piece, column: string, reason: string): Piece {
  if (piece.kind === 'row') return { kind: 'row', row: { ...piece.row, problem: { column, reason } } };
  const reject: Reject = { ...placeOf(piece), column, reason, row: '' };
  return { kind: 'reject', reject };
}

function placeOf(piece: Piece): Pick<Reject, 'file' | 'line'> {
  return piece.kind === 'passage' ? { file: piece.file, line: piece.line } : { file: '', line: 1 };
}
