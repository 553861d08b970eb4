import type { Document } from '@/lib/model/document';

import type { CsvTable } from './csv-table';
import { optionalTextAt, textAt, type RecordFields } from './record-fields';
import { createSpool } from './spool';

/** Gathers documents on disk and writes each once. */
export interface DocumentGatherer {
  /** Adds a document of a load. */
  add(document: Document, load: string): void;
  has(id: string): boolean;
  /**
   * Writes the documents to the table.
   * @returns how many there are
   */
  write(table: CsvTable, listDelimiter: string): number;
}

const LOAD = 0;
const ID = 1;

/**
 * Creates a gatherer of documents; of those with the same id the last wins.
 * @param folder - the folder for what is gathered
 */
export function createDocumentGatherer(folder: string): DocumentGatherer {
  const spool = createSpool(folder);
  const ids = new Set<string>();
  return {
    add: ({ id, title, author, publisher, published, url, language, rights, note }, load) => {
      ids.add(id);
      spool.add(id, [load, id, title, author, publisher, published, url, language, rights, note]);
    },
    has: (id) => ids.has(id),
    write: (table, listDelimiter) => {
      let documents = 0;
      for (const heap of spool.heaps()) {
        const last = new Map<string, RecordFields>();
        const loads = new Map<string, Set<string>>();
        for (const fields of heap.records()) {
          const id = textAt(fields, ID);
          last.set(id, fields);
          loads.set(id, (loads.get(id) ?? new Set()).add(textAt(fields, LOAD)));
        }
        for (const [id, fields] of last) {
          const cells = fields.slice(ID).map((_, place) => optionalTextAt(fields, ID + place));
          table.add([...cells, [...(loads.get(id) ?? [])]], listDelimiter);
        }
        documents += last.size;
      }
      return documents;
    },
  };
}
