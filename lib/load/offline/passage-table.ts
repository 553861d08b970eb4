import type { Batch } from '@/lib/model/batch';
import type { PassageId } from '@/lib/model/ids';
import type { Passage } from '@/lib/model/passage';

import type { CsvTable } from './csv-table';
import { createPassageIndex } from './passage-index';

interface PassageTables {
  readonly passages: CsvTable;
  readonly parts: CsvTable;
}

/** Writes passages as they come, each once. */
export interface PassageWriter {
  /**
   * Takes passages.
   * @returns those that were left out, since they are known with a different text
   */
  take(passages: Batch['passages']): ReadonlySet<PassageId>;
  /** How many were written. */
  count(): number;
  readonly has: (id: string) => boolean;
  /** The document of a passage that has come. */
  documentOf(id: string): string;
}

export function createPassageWriter({ passages, parts }: PassageTables): PassageWriter {
  const index = createPassageIndex();
  /** The documents of passages whose ids do not name them; ids are `<document id>.<paragraph number>`, so that there are hardly any. */
  const documents = new Map<string, string>();

  let count = 0;

  function write({ id, document, index: number, text }: Passage): void {
    count += 1;
    passages.add([id, number, text]);
    parts.add([id, document]);
    if (documentIn(id) !== document) documents.set(id, document);
  }

  return {
    take: (batch) => {
      const changed = new Set<PassageId>();
      for (const passage of batch) {
        const news = index.take(passage);
        if (news === 'changed') changed.add(passage.id);
        if (news === 'new') write(passage);
      }
      return changed;
    },
    count: () => count,
    has: (id) => index.has(id),
    documentOf: (id) => documents.get(id) ?? documentIn(id),
  };
}

function documentIn(passage: string): string {
  return passage.slice(0, passage.lastIndexOf('.'));
}
