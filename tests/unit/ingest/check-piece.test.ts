import { describe, expect, it } from '@jest/globals';

import { createPieceChecker } from '@/lib/ingest/rows/check-piece';
import type { Piece, SourceRow } from '@/lib/ingest/source';
import { DocumentId, EntityId, PassageId } from '@/lib/model/ids';
import { RelationTypeName, type RelationType } from '@/lib/model/relation-type';

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

  it('takes with it what is refused already, however often it is cited', () => {
    const check = createPieceChecker();
    const document = { id: DocumentId.parse('d'), title: 'a\0' };
    const passage = { id: PassageId.parse('d.1'), document: document.id, index: 1, text: 'a' };

    expect(check({ kind: 'document', document })).toEqual({
      kind: 'reject',
      reject: { file: '', line: 1, column: 'title', reason: expect.stringContaining('NUL'), row: '' },
    });
    expect(check({ kind: 'passage', passage, mentions: [], file: 'f', line: 3 })).toMatchObject({
      kind: 'reject',
      reject: { column: 'document', reason: 'its document was refused' },
    });
    expect(check(row({ subject: 'a' }, { citation: { passage: passage.id } }))).toMatchObject({
      row: { problem: { column: 'document', reason: 'its passage was refused' } },
    });
  });

  it('does not take with it what cites another', () => {
    const check = createPieceChecker();
    const document = { id: DocumentId.parse('d'), title: 'a' };
    const passage = { id: PassageId.parse('d.1'), document: document.id, index: 1, text: 'a' };
    const pieces: readonly Piece[] = [
      { kind: 'document', document },
      { kind: 'passage', passage, mentions: [], file: 'f', line: 3 },
      row({ subject: 'a' }, { citation: { passage: passage.id } }),
      { kind: 'reject', reject: { file: 'f', line: 1, column: '', reason: '', row: '\0' } },
    ];

    expect(pieces.map(check)).toEqual(pieces);
  });

  it('is a type with such a label, or an entity with such a description', () => {
    const type: RelationType = {
      type: RelationTypeName.parse('MET'),
      label: 'a\0',
      inverse: 'a',
      plover: null,
      cameo: null,
      class: 'none',
      symmetric: false,
    };
    const entity = { id: EntityId.parse('e'), name: 'a', kind: 'thing', aliases: [] } as const;
    const check = createPieceChecker();

    expect(check({ kind: 'type', type })).toMatchObject({ reject: { column: 'label' } });
    expect(check({ kind: 'entity', entity: { ...entity, description: '\0' } })).toMatchObject({
      reject: { column: 'description' },
    });
    expect(check({ kind: 'entity', entity: { ...entity, name: 'x'.repeat(1001) } })).toMatchObject({
      reject: {
        column: 'name',
        reason: 'a name of 1001 characters is too long; the longest allowed has 1000',
      },
    });
    expect(check({ kind: 'entity', entity })).toEqual({ kind: 'entity', entity });
  });

  it.each(['subject', 'object', 'attributed_to'])(
    'is a name in %s that is too long, and no other cell',
    (column) => {
      const long = 'x'.repeat(1001);

      expect(problemOf(row({ [column]: long }))).toMatchObject({ column });
      expect(problemOf(row({ quote: long }))).toBeUndefined();
    },
  );

  it.each(['subject', 'object'])('is the %s that a format has found, whatever the cells say', (column) => {
    const named = row({ [column]: 'a' }, { [column]: { name: 'x'.repeat(1001) } });

    expect(problemOf(named)).toMatchObject({ column });
  });

  it('keeps the problem that it has already', () => {
    const piece = row({ subject: '\0' }, { problem: { column: 'relation', reason: 'it is empty' } });

    expect(createPieceChecker()(piece)).toBe(piece);
  });

  it('is an entity with such a name, wherever it comes from', () => {
    const entity = { id: EntityId.parse('e'), name: 'a', kind: 'thing', aliases: ['b\0'] } as const;

    expect(createPieceChecker()({ kind: 'entity', entity })).toMatchObject({
      kind: 'reject',
      reject: { column: 'aliases' },
    });
  });
});
