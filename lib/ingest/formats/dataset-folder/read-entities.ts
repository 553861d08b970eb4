import { EntityKind, type Entity } from '@/lib/model/entity';
import { EntityId } from '@/lib/model/ids';

import { checkCell, refuseCell } from '../../rows/check-cell';
import { checkEntity } from '../../rows/check-piece';
import { toEntityId } from '../../names/name-resolver';
import { readRows, type RowResult } from '../../rows/read-rows';
import { openTable, type TableRow } from '../../table/read-table';

const shape = { required: ['name'], optional: ['id', 'kind', 'aliases', 'same_as', 'description'] };

/**
 * Reads `entities.csv`; a row that breaks a rule becomes a reject.
 * @throws `invalid` when the whole file is unusable
 */
export async function readEntities(path: string): Promise<readonly RowResult<Entity>[]> {
  const lines = new Map<string, number>();
  return readRows(await openTable(path, shape), (row) => {
    const entity = toEntity(row);
    checkEntity(entity);
    const earlier = lines.get(entity.id);
    if (earlier !== undefined)
      refuseCell('id', `the id '${entity.id}' is already used in line ${earlier}; give each entity its own`);
    lines.set(entity.id, row.line);
    return entity;
  });
}

function toEntity({ cells }: TableRow): Entity {
  const name = cells.get('name') ?? '';
  if (name === '') refuseCell('name', 'the name is empty; give the entity one');
  const id = cells.get('id');
  const sameAs = cells.get('same_as');
  const description = cells.get('description');
  const kind = checkCell('kind', EntityKind, (cells.get('kind') ?? 'thing').toLowerCase());
  return {
    id: id ? checkCell('id', EntityId, id) : toEntityId({ name, kind }),
    name,
    kind,
    aliases: toAliases(cells.get('aliases') ?? '', name),
    ...(sameAs && { sameAs }),
    ...(description && { description }),
  };
}

function toAliases(cell: string, name: string): readonly string[] {
  const aliases = new Set(cell.split('|').map((alias) => alias.trim()));
  aliases.delete('');
  aliases.delete(name);
  return [...aliases];
}
