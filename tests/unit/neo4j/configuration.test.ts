import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

const read = (name: string) => readFileSync(path.join('scripts', 'neo4j', name), 'utf8');

describe('configuration of a Neo4j that Entente starts', () => {
  it('is the same with Docker as without, but for what a container must have otherwise', () => {
    const compose = JSON.stringify(parse(read('compose.yaml')));
    const settings = read('neo4j.conf')
      .split('\n')
      .filter((line) => /^\w/u.test(line) && !line.startsWith('server.default_listen_address'))
      .map((line) => line.split('='))
      .map(
        ([name = '', value = '']) => `"NEO4J_${name.replaceAll('_', '__').replaceAll('.', '_')}":"${value}"`,
      );

    expect(settings.length).toBeGreaterThan(8);
    for (const setting of settings) expect(compose).toContain(setting);
  });

  it('is of one version', () => {
    const [version] = /5\.26\.\d+/u.exec(read('pom.xml')) ?? [];

    expect(read('compose.yaml')).toContain(`image: neo4j:${String(version)}-community`);
    expect(read('fetch-neo4j.ts')).toContain(`'${String(version)}'`);
  });

  it('is reached from this machine only', () => {
    expect(read('neo4j.conf')).toContain('server.default_listen_address=127.0.0.1');
    expect(read('compose.yaml')).toContain("- '127.0.0.1:${NEO4J_PORT:?}:7687'");
  });
});
