import { createStore } from './create-store';
import { openEmbeddedEngine } from './drivers/embedded/open-embedded-engine';
import type { EmbeddedOptions } from './drivers/embedded/open-embedded-engine';
import type { Engine } from './engine';
import { bePatient, type Patience } from './patient-engine';
import type { GraphStore } from './types';
import { fillNames } from './verbs/write/fill-names';

/** Where the graph is: in a data folder, or behind the address of a Neo4j. */
export type StoreAddress =
  | ({ readonly engine: 'embedded' } & EmbeddedOptions)
  | {
      readonly engine: 'neo4j';
      readonly address: string;
      readonly user: string;
      readonly password: string;
      readonly database: string;
    };

/**
 * Opens the store at an address; close it when done. With `patience` it waits for an engine that
 * stops answering later on.
 * @throws `unavailable` when nothing answers there
 */
export async function openStore(address: StoreAddress, patience?: Patience): Promise<GraphStore> {
  const opened = await openEngine(address);
  const engine = patience === undefined ? opened : bePatient(opened, patience);
  try {
    await fillNames(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return createStore(engine);
}

/** Each engine's driver is loaded when it is needed: a start in half the time. */
async function openEngine(address: StoreAddress): Promise<Engine> {
  switch (address.engine) {
    case 'embedded':
      return await openEmbeddedEngine(address);
    case 'neo4j': {
      const { openNeo4j } = await import('./drivers/neo4j/open-neo4j');
      return await openNeo4j(address);
    }
  }
}
