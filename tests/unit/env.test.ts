import { describe, expect, it } from '@jest/globals';

import { readEnv } from '@/lib/env';

describe('readEnv', () => {
  it('has a default for everything', () => {
    expect(readEnv({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      store: { engine: 'embedded', folder: '.entente' },
      data: '.entente',
      adminPassword: undefined,
      origin: undefined,
      uploadMaxBytes: 1024 ** 3,
    });
  });

  it('points everything at a Neo4j', () => {
    const { store } = readEnv({
      ENTENTE_STORE: 'neo4j+s://graph.example.org:7687',
      NEO4J_USER: 'reader',
      NEO4J_PASSWORD: 'secret',
      NEO4J_DATABASE: 'articles',
    });

    expect(store).toEqual({
      engine: 'neo4j',
      address: 'neo4j+s://graph.example.org:7687',
      user: 'reader',
      password: 'secret',
      database: 'articles',
    });
  });

  it('keeps the embedded store in the data folder', () => {
    expect(readEnv({ ENTENTE_DATA: '/data' }).store).toEqual({ engine: 'embedded', folder: '/data' });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readEnv({ PORT: '', ENTENTE_ADMIN_PASSWORD: '' })).toMatchObject({
      port: 3000,
      adminPassword: undefined,
    });
  });

  it('names every bad variable at once and repeats no value', () => {
    const read = () =>
      readEnv({ PORT: 'many', ENTENTE_STORE: 'mysql://root:secret@db', ENTENTE_ORIGIN: 'example' });

    expect(read).toThrow(/PORT.*ENTENTE_STORE.*ENTENTE_ORIGIN/u);
    expect(read).not.toThrow(/secret/u);
  });
});
