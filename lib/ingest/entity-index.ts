import type { Entity } from '@/lib/model/entity';

/** What a cell of the dataset means among the dataset's own entities. */
export type Found =
  | { readonly status: 'known'; readonly entity: Entity }
  | { readonly status: 'ambiguous'; readonly candidates: readonly Entity[] }
  | { readonly status: 'unknown' };

/** In: entities. Out: a function that finds the one a cell names: by id, else by the name of just one, else by the alias of just one. */
export function createEntityIndex(entities: readonly Entity[]): (cell: string) => Found {
  const ids = new Map(entities.map((entity) => [String(entity.id), entity]));
  const names = new Map<string, Entity[]>();
  const aliases = new Map<string, Entity[]>();
  for (const entity of entities) {
    addTo(names, entity.name, entity);
    for (const alias of entity.aliases) addTo(aliases, alias, entity);
  }
  return (cell) => {
    const form = cell.normalize('NFC');
    const byId = ids.get(form);
    if (byId) return { status: 'known', entity: byId };
    return toFound(names.get(form) ?? aliases.get(form) ?? []);
  };
}

function addTo(forms: Map<string, Entity[]>, form: string, entity: Entity): void {
  const key = form.normalize('NFC');
  const owners = forms.get(key);
  if (!owners) forms.set(key, [entity]);
  else if (!owners.includes(entity)) owners.push(entity);
}

function toFound(candidates: readonly Entity[]): Found {
  const [entity, another] = candidates;
  if (!entity) return { status: 'unknown' };
  return another ? { status: 'ambiguous', candidates } : { status: 'known', entity };
}
