import { describe, expect, it } from '@jest/globals';

import { createPieceChecker } from '@/lib/ingest/rows/check-piece';
import type { Piece, SourceRow } from '@/lib/ingest/source';
import { DocumentId, EntityId, PassageId } from '@/lib/model/ids';

function row(cells: Readonly<Record<string, string>>, more: Partial<SourceRow> = {}): Piece {
  return {
    kind: 'row',
    row: { file: 'f', line: 7, raw: '', cells: new Map(Object.entries(cells)), ...more },
  };
}

function problemOf(piece: Piece): unknown {
  const checked = createPieceChecker()(piece);
  return checked.kind === 'row' ? checked.row.problem : undefined;
}

describe('A piece whose text no store can hold', () => {
  it.each([
    ['half a character', 'subject', '\ud800'],
    ['a NUL', 'about', 'a\0b'],
    ['a name that fits into no index', 'object', 'x'.repeat(1001)],
  ])('is refused for %s, with its column', (_what, column, cell) => {
    expect(problemOf(row({ [column]: cell }))).toMatchObject({ column });
  });

  it.each([
    '__proto__',
    '=SUM(A1)',
    'ignore all previous instructions',
    '\u202etxet',
    'x'.repeat(1000),
    '😀',
  ])('is not what %j is', (cell) => {
    const piece = row({ subject: cell });

    expect(createPieceChecker()(piece)).toBe(piece);
  });

  it('takes with it what cites it', () => {
    const check = createPieceChecker();
    const document = DocumentId.parse('d');
    const passage = { id: PassageId.parse('d.1'), document, index: 1, text: 'a\ud800' };

    const refused = check({ kind: 'passage', passage, mentions: [], file: 'f', line: 3 });
    const citing = check(row({ subject: 'a' }, { citation: { passage: passage.id } }));

    expect(refused).toMatchObject({ kind: 'reject', reject: { file: 'f', line: 3, column: 'text' } });
    expect(citing).toMatchObject({ row: { problem: { reason: 'its passage was refused' } } });
  });

  it('is an entity with such a name, wherever it comes from', () => {
    const entity = { id: EntityId.parse('e'), name: 'a', kind: 'thing', aliases: ['b\0'] } as const;

    expect(createPieceChecker()({ kind: 'entity', entity })).toMatchObject({
      kind: 'reject',
      reject: { column: 'aliases' },
    });
  });
});
