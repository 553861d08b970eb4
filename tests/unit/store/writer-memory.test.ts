import { describe, expect, it } from '@jest/globals';

import { createWriterMemory, createWritten, type Learnt } from '@/lib/store/verbs/write/writer-memory';

import { declare, imply } from '../../contract/batch.fixture';

function learn(parts: Partial<Learnt> = {}): Learnt {
  return {
    follows: undefined,
    entities: [],
    types: undefined,
    evidence: [],
    relations: [],
    written: undefined,
    ...parts,
  };
}

const filled = () => createWritten({ hasEntities: false });

describe('The memory of a writer', () => {
  it('holds nothing before the first write, and nothing of a store without a fencing token', () => {
    const memory = createWriterMemory();

    expect(memory.last()).toBeUndefined();
    expect(memory.recall(undefined)).toBeUndefined();
    expect(memory.isCurrent(undefined)).toBe(false);
  });

  it('holds for the write that it kept last, and for no other', () => {
    const memory = createWriterMemory();
    const types = new Map();
    const written = filled();
    memory.keep('w1', learn({ entities: [imply('usa', 'United States')], types, written }));

    expect(memory.last()).toBe('w1');
    expect([...(memory.recall('w1')?.entities ?? [])]).toEqual(['usa']);
    expect(memory.recall('w1')).toMatchObject({ types, written });
    expect(memory.recall('of somebody else')).toBeUndefined();
    expect(memory.recall(undefined)).toBeUndefined();
  });

  it('grows with each write that follows the one before', () => {
    const memory = createWriterMemory();
    memory.keep('w1', learn({ entities: [imply('a', 'A')] }));
    memory.keep('w2', learn({ follows: 'w1', entities: [imply('b', 'B')] }));

    expect([...(memory.recall('w2')?.entities ?? [])]).toEqual(['a', 'b']);
    expect(memory.recall('w1')).toBeUndefined();
  });

  it('forgets which entities there are once another has written in between', () => {
    const memory = createWriterMemory();
    memory.keep('w1', learn({ entities: [imply('a', 'A')], types: new Map(), written: filled() }));
    memory.keep('w2', learn({ follows: undefined, entities: [imply('b', 'B')] }));

    expect([...(memory.recall('w2')?.entities ?? [])]).toEqual(['b']);
    expect(memory.recall('w2')).toMatchObject({ types: undefined, written: undefined });
  });

  it('is current for the write under way, and for the one before it until that is committed', () => {
    const memory = createWriterMemory();
    memory.keep('w1', learn());
    memory.keep('w2', learn({ follows: 'w1' }));
    expect(['w1', 'w2', 'w3'].map((write) => memory.isCurrent(write))).toEqual([true, true, false]);

    memory.keep('w3', learn({ follows: 'w2' }));
    expect(['w1', 'w2', 'w3'].map((write) => memory.isCurrent(write))).toEqual([false, true, true]);
  });

  it('knows the evidence, the relations and the entities that it has written itself', () => {
    const memory = createWriterMemory();
    memory.keep(
      'w1',
      learn({ written: filled(), entities: [imply('a', 'A')], evidence: ['v1'], relations: ['r1'] }),
    );

    const written = memory.recall('w1')?.written;

    expect(['v1', 'v2'].map((id) => written?.evidence.mayHave(id))).toEqual([true, false]);
    expect(['r1', 'v1'].map((id) => written?.relations.mayHave(id))).toEqual([true, false]);
    expect(['a', 'b'].map((id) => written?.entities?.mayHave(id))).toEqual([true, false]);
  });

  it('denies a name only when it has written all entities and none of them is called so', () => {
    const memory = createWriterMemory();
    const usa = declare('usa', 'United States', { aliases: ['États-Unis'] });
    expect(memory.mayName('anybody')).toBe(true);

    memory.keep('w1', learn({ written: filled(), entities: [usa] }));
    expect(['usa', 'UNITED STATES', 'etats-unis', ' United  States '].map(memory.mayName)).not.toContain(
      false,
    );
    expect(['USA', 'China'].map(memory.mayName)).toEqual([true, false]);
    expect(['', '  '].map(memory.mayName)).not.toContain(false);

    memory.keep('w2', learn({ follows: 'w1', written: createWritten({ hasEntities: true }) }));
    expect(memory.mayName('China')).toBe(true);
  });

  it('learns the new names of an entity that is declared again', () => {
    const memory = createWriterMemory();
    const written = filled();
    memory.keep('w1', learn({ written, entities: [imply('usa', 'USA')] }));
    memory.keep('w2', learn({ follows: 'w1', written, entities: [declare('usa', 'Estados Unidos')] }));

    expect(memory.mayName('estados unidos')).toBe(true);
  });

  it('does not take the name that a row gives to a known entity for one of its names', () => {
    const memory = createWriterMemory();
    const written = filled();
    memory.keep('w1', learn({ written, entities: [imply('usa', 'USA')] }));
    memory.keep('w2', learn({ follows: 'w1', written, entities: [imply('usa', 'Amerika')] }));

    expect(memory.mayName('Amerika')).toBe(false);
  });

  it('remembers entities of a graph that had some only as there, not as all', () => {
    expect(createWritten({ hasEntities: true })).toMatchObject({ entities: undefined, names: undefined });
    expect(createWritten({ hasEntities: false }).entities).toBeDefined();
  });
});
