import type { Entity, EntityKind } from '@/lib/model/entity';
import { foldName } from '@/lib/model/fold-name';

import type { Named } from '../source';

/** What a name means among the entities that a dataset declares. */
type Found =
  | { readonly status: 'known'; readonly entity: Entity }
  | { readonly status: 'ambiguous'; readonly candidates: readonly Entity[] }
  | { readonly status: 'unknown' };

export interface EntityIndex {
  add(entity: Entity): void;
  /** An entity whose ids and names lead to another. */
  redirect(from: Entity, to: Entity): void;
  /** By id; else by the name of just one, first as written and then but for case and accents; else by the alias of just one. */
  find(named: Named): Found;
}

export function createEntityIndex(): EntityIndex {
  const ids = new Map<string, Entity>();
  const names = new Map<string, Set<Entity>>();
  const folded = new Map<string, Set<Entity>>();
  const aliases = new Map<string, Set<Entity>>();

  function addForms(forms: Entity, entity: Entity): void {
    addTo(names, forms.name.normalize('NFC'), entity);
    addTo(folded, foldName(forms.name), entity);
    for (const alias of forms.aliases) addTo(aliases, foldName(alias), entity);
  }

  return {
    add: (entity) => {
      ids.set(entity.id, entity);
      addForms(entity, entity);
    },
    redirect: (from, to) => {
      ids.set(from.id, to);
      addForms(from, to);
    },
    find: ({ name, id, kind, matches }) => {
      const form = name.normalize('NFC');
      const byId = ids.get(id ?? form);
      if (byId) return { status: 'known', entity: byId };
      if (ids.size === 0 || id !== undefined) return { status: 'unknown' };
      const byName = ofKind(names.get(form), kind);
      if (byName.length > 0) return toFound(byName);
      const byFolded = ofKind(folded.get(foldName(name)), kind);
      if (byFolded.length > 0 || matches === 'name') return toFound(byFolded);
      return toFound(ofKind(aliases.get(foldName(name)), kind));
    },
  };
}

function addTo(forms: Map<string, Set<Entity>>, key: string, entity: Entity): void {
  const owners = forms.get(key);
  if (owners) owners.add(entity);
  else forms.set(key, new Set([entity]));
}

function ofKind(entities: ReadonlySet<Entity> | undefined, kind: EntityKind | undefined): readonly Entity[] {
  const all = [...(entities ?? [])];
  return kind === undefined ? all : all.filter((entity) => entity.kind === kind);
}

function toFound(candidates: readonly Entity[]): Found {
  const [entity, another] = candidates;
  if (!entity) return { status: 'unknown' };
  return another ? { status: 'ambiguous', candidates } : { status: 'known', entity };
}
