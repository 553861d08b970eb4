/** Namesakes of one table: a name that stands beside several ids is that of several entities. */
import { deriveId } from '@/lib/model/derive-id';
import { EntityId } from '@/lib/model/ids';

import type { Named, Piece, SourceRow } from '../source';

type Rows = AsyncIterable<readonly Piece[]>;

const ENDS = ['subject', 'object'] as const;
const SHOWN = 10;

export interface Namesakes {
  /** Each name that several ids have, with those. */
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads all rows once. What it holds grows with the names of the table. */
export async function findNamesakes(pieces: Rows): Promise<Namesakes> {
  const first = new Map<string, string>();
  const ids = new Map<string, Set<string>>();
  for await (const some of pieces)
    for (const piece of some) if (piece.kind === 'row') noteRow(piece.row, first, ids);
  return { ids };
}

function noteRow({ cells }: SourceRow, first: Map<string, string>, ids: Map<string, Set<string>>): void {
  for (const end of ENDS) {
    const [name, id] = [cells.get(end), cells.get(`${end}_id`)];
    if (name === undefined || id === undefined) continue;
    const before = first.get(name) ?? id;
    first.set(name, before);
    if (before === id) continue;
    const all = ids.get(name) ?? new Set([before]);
    ids.set(name, all.add(id));
  }
}

/** Returns the pieces, in which those whom several ids name by one name are entities of their own, declared before the row. */
export async function* tellApart(
  pieces: Rows,
  { ids }: Namesakes,
  dataset: string,
): AsyncGenerator<readonly Piece[]> {
  const declared = new Set<string>();
  for await (const some of pieces)
    yield some.flatMap((piece) => (piece.kind === 'row' ? nameRow(piece.row) : [piece]));

  function nameRow(row: SourceRow): readonly Piece[] {
    const named = ENDS.map((end) => [end, toNamed(row, end)] as const).filter(
      ([, each]) => each !== undefined,
    );
    if (named.length === 0) return [{ kind: 'row', row }];
    const entities = named.flatMap(([, each]): readonly Piece[] => {
      if (each?.id === undefined || declared.has(each.id)) return [];
      declared.add(each.id);
      return [{ kind: 'entity', entity: { id: each.id, name: each.name, kind: 'thing', aliases: [] } }];
    });
    return [...entities, { kind: 'row', row: { ...row, ...Object.fromEntries(named) } }];
  }

  function toNamed({ cells }: SourceRow, end: (typeof ENDS)[number]): Named | undefined {
    const [name, id] = [cells.get(end) ?? '', cells.get(`${end}_id`)];
    if (id === undefined || !ids.has(name)) return undefined;
    return { name, id: EntityId.parse(deriveId('e', [dataset, id])) };
  }
}

/** Returns a sentence about the names that several have. */
export function noteNamesakes({ ids }: Namesakes): readonly string[] {
  if (ids.size === 0) return [];
  const shown = [...ids]
    .slice(0, SHOWN)
    .map(([name, all]) => `'${name}' (${[...all].slice(0, 3).join(', ')}${all.size > 3 ? ' …' : ''})`);
  const more = ids.size > SHOWN ? ` and ${ids.size - SHOWN} more` : '';
  return [`Names with several ids are several entities: ${shown.join(', ')}${more}.`];
}
