import type { Mention } from '@/lib/model/mention';

import type { CsvTable } from './csv-table';
import { createSpool } from './spool';
import { numberAt, textAt } from './record-fields';

/** Gathers mentions on disk and writes each once. */
export interface MentionGatherer {
  add(mention: Mention): void;
  write(table: CsvTable): void;
}

/**
 * Creates a gatherer of mentions.
 * @param folder - the folder for what is gathered
 */
export function createMentionGatherer(folder: string): MentionGatherer {
  const spool = createSpool(folder);
  return {
    add: ({ passage, entity, start, end }) => {
      spool.add(passage, [passage, entity, start, end]);
    },
    write: (table) => {
      for (const heap of spool.heaps()) {
        const seen = new Set<string>();
        for (const fields of heap.records()) {
          const values = [textAt(fields, 0), textAt(fields, 1), numberAt(fields, 2), numberAt(fields, 3)];
          const key = values.join(' ');
          if (!seen.has(key)) table.add(values);
          seen.add(key);
        }
      }
    },
  };
}
