import type { CameoIndex } from './cameo-index';
import type { Piece } from './source';

/** Puts types for the CAMEO codes and names that rows have as their relation, each type before the first row of it. */
export function createRowCoder(cameo: CameoIndex): (piece: Piece) => readonly Piece[] {
  const brought = new Set<string>();
  return (piece) => {
    const cell = piece.kind === 'row' ? piece.row.cells.get('relation') : undefined;
    const meaning = cell === undefined ? undefined : cameo.find(cell);
    if (piece.kind !== 'row' || !meaning) return [piece];
    const { relation, type } = meaning;
    const row = { ...piece.row, relation };
    if (!type || brought.has(relation)) return [{ kind: 'row', row }];
    brought.add(relation);
    return [
      { kind: 'type', type },
      { kind: 'row', row },
    ];
  };
}
