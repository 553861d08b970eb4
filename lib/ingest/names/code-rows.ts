import type { CameoIndex } from './cameo-index';
import type { Piece } from '../source';

/** Puts types for the CAMEO codes and names that rows have as their relation, each type before the first row of it. */
export function createRowCoder(cameo: CameoIndex): (pieces: Iterable<Piece>) => readonly Piece[] {
  const brought = new Set<string>();

  function addCoded(coded: Piece[], piece: Piece): void {
    const cell = piece.kind === 'row' ? piece.row.cells.get('relation') : undefined;
    const meaning = cell === undefined ? undefined : cameo.find(cell);
    if (piece.kind !== 'row' || !meaning) {
      coded.push(piece);
      return;
    }
    const { relation, type } = meaning;
    if (type && !brought.has(relation)) {
      brought.add(relation);
      coded.push({ kind: 'type', type });
    }
    coded.push({ kind: 'row', row: { ...piece.row, relation } });
  }

  return (pieces) => {
    const coded: Piece[] = [];
    for (const piece of pieces) addCoded(coded, piece);
    return coded;
  };
}
