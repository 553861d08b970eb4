import { describe, expect, it } from '@jest/globals';

import { checkListener, readEnv } from '@/lib/env';

describe('the environment', () => {
  it('has a default for everything but the password and the origin', () => {
    expect(readEnv({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      store: { engine: 'embedded', folder: '.entente' },
      data: '.entente',
      adminPassword: undefined,
      origin: undefined,
      uploadMaxBytes: 1_073_741_824,
    });
  });

  it('takes an empty variable as one that is not set', () => {
    expect(readEnv({ PORT: '', ENTENTE_ADMIN_PASSWORD: '' })).toEqual(readEnv({}));
  });

  it('points at a Neo4j', () => {
    const env = readEnv({ ENTENTE_STORE: 'neo4j+s://graph.example:7687', NEO4J_PASSWORD: 'secret' });

    expect(env.store).toEqual({
      engine: 'neo4j',
      address: 'neo4j+s://graph.example:7687',
      user: 'neo4j',
      password: 'secret',
      database: 'neo4j',
    });
  });

  it('names every variable that is wrong, and repeats no value', () => {
    const read = () =>
      readEnv({ PORT: 'eighty', ENTENTE_STORE: 'http://u:secret@x', ENTENTE_ORIGIN: 'graph.example/secret' });

    expect(read).toThrow(/PORT.*ENTENTE_STORE.*ENTENTE_ORIGIN/u);
    expect(read).not.toThrow(/secret/u);
  });
});

describe('a listener', () => {
  it.each(['127.0.0.1', 'localhost', '::1', '127.1.2.3'])('on %s needs no password', (HOST) => {
    expect(checkListener(readEnv({ HOST }))).toBeUndefined();
  });

  it.each(['0.0.0.0', '::', '192.0.2.7', 'graph.example', '127.0.0.1.example'])(
    'on %s is refused without a password, and let through with one (S13)',
    (HOST) => {
      expect(checkListener(readEnv({ HOST }))).toContain('ENTENTE_ADMIN_PASSWORD');
      expect(checkListener(readEnv({ HOST, ENTENTE_ADMIN_PASSWORD: 'chosen' }))).toBeUndefined();
    },
  );
});
