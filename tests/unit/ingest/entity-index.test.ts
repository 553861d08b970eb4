import { describe, expect, it } from '@jest/globals';

import { createEntityIndex } from '@/lib/ingest/names/entity-index';
import type { Named } from '@/lib/ingest/source';
import type { Entity } from '@/lib/model/entity';
import { EntityId } from '@/lib/model/ids';

function entity(id: string, name: string, more: Partial<Entity> = {}): Entity {
  return { id: EntityId.parse(id), name, kind: 'person', aliases: [], ...more };
}

const ana = entity('ana', 'Ana Lisboa', { aliases: ['Lisboa', 'The Mayor'] });
const jose = entity('jose', 'Jos\u00e9');
const port = entity('port', 'Lisboa', { kind: 'place' });
const others = [
  entity('mayor-1', 'Eva', { aliases: ['Boss'] }),
  entity('mayor-2', 'Ida', { aliases: ['Boss'] }),
];

/** The id of whom a name means, or why it means nobody. */
function find(named: Named, entities: readonly Entity[] = [ana, jose, port, ...others]): string {
  const index = createEntityIndex();
  for (const each of entities) index.add(each);
  const found = index.find(named);
  if (found.status === 'ambiguous') return found.candidates.map(({ id }) => id).join(' or ');
  return found.status === 'known' ? found.entity.id : found.status;
}

describe('A name among the entities of a dataset', () => {
  it.each([
    ['an id', { name: 'ana' }, 'ana'],
    ['a name', { name: 'Ana Lisboa' }, 'ana'],
    ['a name in other capitals', { name: 'ANA LISBOA' }, 'ana'],
    ['a name in another Unicode form', { name: 'Jose\u0301' }, 'jose'],
    ['a name before the alias of another', { name: 'Lisboa' }, 'port'],
    ['a name in other capitals before the alias of another', { name: 'LISBOA' }, 'port'],
    ['an alias', { name: 'The Mayor' }, 'ana'],
    ['an alias in other capitals', { name: 'the mayor' }, 'ana'],
    ['an alias where the kind of the name is another', { name: 'Lisboa', kind: 'person' }, 'ana'],
    ['an alias that several have', { name: 'Boss' }, 'mayor-1 or mayor-2'],
    ['an alias of another kind', { name: 'The Mayor', kind: 'place' }, 'unknown'],
    ['an alias where only names count', { name: 'The Mayor', matches: 'name' }, 'unknown'],
    ['a name where only names count', { name: 'ana lisboa', matches: 'name' }, 'ana'],
    ['another word', { name: 'Bo' }, 'unknown'],
    ['a word that only looks alike', { name: 'Jose' }, 'unknown'],
    ['the id that is given, whatever the name', { name: 'Bo', id: EntityId.parse('ana') }, 'ana'],
    ['an id that nobody has, whatever the name', { name: 'Ana Lisboa', id: EntityId.parse('x') }, 'unknown'],
  ] satisfies readonly (readonly [string, Named, string])[])(
    'means by %s just who has it',
    (_, named, id) => {
      expect(find(named)).toBe(id);
    },
  );

  it('is ambiguous where several have it, once each', () => {
    const twins = [entity('a', 'Anneke', { aliases: ['Anneke', 'ANNEKE'] }), entity('b', 'Anneke')];

    expect(find({ name: 'Anneke' }, twins)).toBe('a or b');
    expect(find({ name: 'ANNEKE' }, twins)).toBe('a or b');
  });

  it('means nobody where there are none', () => {
    expect(find({ name: 'Ana' }, [])).toBe('unknown');
  });

  it('leads to the entity that was taken for it, by all that it was called', () => {
    const index = createEntityIndex();
    index.add(jose);
    index.redirect(ana, jose);

    for (const name of ['ana', 'Ana Lisboa', 'ANA LISBOA', 'the mayor', 'Jos\u00e9', 'jose'])
      expect(index.find({ name })).toEqual({ status: 'known', entity: jose });
  });
});
