import type { EntityName } from '@/lib/model/entity-name';
import { EntityId } from '@/lib/model/ids';

import { ENTITY_NAMES } from '../../cypher/known-queries';
import type { Engine } from '../../engine';
import { textOf, textsOf } from '../rows/row-values';

const PAGE = 20_000;

/** Reads the names of all entities page by page, in the order of their ids. */
export async function* entityNames(engine: Engine): AsyncGenerator<readonly EntityName[]> {
  for (let after = ''; ;) {
    const rows = await engine.read(ENTITY_NAMES, { after, limit: PAGE });
    const page = rows.map((row) => ({
      id: EntityId.parse(row['id']),
      name: textOf(row, 'name'),
      aliases: textsOf(row, 'aliases'),
    }));
    yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.id;
  }
}
