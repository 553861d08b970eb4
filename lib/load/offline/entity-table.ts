import type { EntityEntry } from '@/lib/model/batch';
import { EntityKind } from '@/lib/model/entity';
import { foldName } from '@/lib/model/fold-name';
import { EntityId } from '@/lib/model/ids';
import { kindLabels } from '@/lib/store/cypher/kind-labels';
import { toAliasRows } from '@/lib/store/verbs/write/write-aliases';

import type { CsvTable } from './csv-table';
import { createListDelimiter } from './list-delimiter';
import { optionalTextAt, textAt, textsAt, type RecordFields } from './record-fields';
import { createSpool, type Heap } from './spool';

interface EntityTables {
  readonly entities: CsvTable;
  readonly aliases: CsvTable;
}

/** Gathers entities on disk and writes each once. */
export interface EntityGatherer {
  /** Adds an entity of a load. */
  add(entry: EntityEntry, load: string): void;
  /**
   * Writes the entities to the tables.
   * @returns how many there are, and the separator of list elements
   */
  write(tables: EntityTables): { readonly entities: number; readonly listDelimiter: string };
}

/** Implied entities that came lately are not spooled again: most come in many rows. */
const LATELY = 100_000;

/**
 * Creates a gatherer of entities; of those with the same id the last declared one wins, else the
 * first implied one.
 * @param folder - the folder for what is gathered
 */
export function createEntityGatherer(folder: string): EntityGatherer {
  const spool = createSpool(folder);
  const delimiter = createListDelimiter();
  const lately = new Set<string>();

  return {
    add: ({ entity, declared }, load) => {
      const { id, name, kind, aliases, sameAs, description } = entity;
      if (!declared && lately.has(id)) return;
      if (lately.size >= LATELY) lately.clear();
      lately.add(id);
      delimiter.see(aliases);
      spool.add(id, [id, declared ? load : null, name, kind, aliases, sameAs, description]);
    },
    write: (tables) => {
      const listDelimiter = delimiter.choose();
      let entities = 0;
      for (const heap of spool.heaps()) {
        const chosen = chooseEntities(heap);
        for (const each of chosen.values()) writeEntity(tables, each, listDelimiter);
        entities += chosen.size;
      }
      return { entities, listDelimiter };
    },
  };
}

/** The record that counts, and the loads that declare the entity. */
interface ChosenEntity {
  fields: RecordFields;
  readonly loads: Set<string>;
}

function chooseEntities(heap: Heap): ReadonlyMap<string, ChosenEntity> {
  const chosen = new Map<string, ChosenEntity>();
  for (const fields of heap.records()) {
    const id = textAt(fields, 0);
    const load = optionalTextAt(fields, 1);
    const known = chosen.get(id);
    if (known === undefined) chosen.set(id, { fields, loads: new Set(load === undefined ? [] : [load]) });
    else if (load !== undefined) {
      known.fields = fields;
      known.loads.add(load);
    }
  }
  return chosen;
}

function writeEntity(tables: EntityTables, { fields, loads }: ChosenEntity, listDelimiter: string): void {
  const [id, name] = [textAt(fields, 0), textAt(fields, 2)];
  const kind = EntityKind.parse(fields[3]);
  const aliases = textsAt(fields, 4);
  const nfc = name.normalize('NFC');
  const key = foldName(name);
  tables.entities.add(
    [
      id,
      name,
      kind,
      aliases,
      optionalTextAt(fields, 5),
      optionalTextAt(fields, 6),
      nfc === name ? null : nfc,
      key,
      [...loads],
      kindLabels[kind],
    ],
    listDelimiter,
  );
  if (aliases.length === 0) return;
  for (const row of toAliasRows({ id: EntityId.parse(id), name, aliases })) tables.aliases.add(row);
}
