import type { Entity, EntityKind } from '@/lib/model/entity';
import { foldName } from '@/lib/model/fold-name';
import { isSameWord } from '@/lib/model/is-same-word';

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
  /** By id; else by the name of just one, first as written and then but for capitals where those make no other word; else by the alias of just one. */
  find(named: Named): Found;
}

export function createEntityIndex(): EntityIndex {
  const ids = new Map<string, Entity>();
  const names = new Map<string, Set<Entity>>();
  const folded = new Map<string, Set<Entity>>();
  const aliases = new Map<string, Set<Entity>>();
  const written = new Map<Entity, Set<string>>();

  function addForms(forms: Entity, entity: Entity): void {
    addTo(names, forms.name.normalize('NFC'), entity);
    addTo(folded, foldName(forms.name), entity);
    for (const alias of forms.aliases) addTo(aliases, foldName(alias), entity);
    const all = written.get(entity) ?? new Set();
    for (const form of [forms.name, ...forms.aliases]) all.add(form);
    written.set(entity, all);
  }

  /** Those among entities with the same folded form that are called by the same word. */
  function ofWord(entities: ReadonlySet<Entity> | undefined, name: string): readonly Entity[] {
    return [...(entities ?? [])].filter((entity) =>
      [...(written.get(entity) ?? [])].some((form) => isSameWord(form, name)),
    );
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
      const byFolded = ofKind(ofWord(folded.get(foldName(name)), name), kind);
      if (byFolded.length > 0 || matches === 'name') return toFound(byFolded);
      return toFound(ofKind(ofWord(aliases.get(foldName(name)), name), kind));
    },
  };
}

function addTo(forms: Map<string, Set<Entity>>, key: string, entity: Entity): void {
  const owners = forms.get(key);
  if (owners) owners.add(entity);
  else forms.set(key, new Set([entity]));
}

function ofKind(entities: Iterable<Entity> | undefined, kind: EntityKind | undefined): readonly Entity[] {
  const all = [...(entities ?? [])];
  return kind === undefined ? all : all.filter((entity) => entity.kind === kind);
}

function toFound(candidates: readonly Entity[]): Found {
  const [entity, another] = candidates;
  if (!entity) return { status: 'unknown' };
  return another ? { status: 'ambiguous', candidates } : { status: 'known', entity };
}
