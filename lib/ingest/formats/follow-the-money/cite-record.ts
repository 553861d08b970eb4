/** Who says what a record says: its own words, address or document, or else the datasets that have it. */
import type { DocumentId } from '@/lib/model/ids';
import type { Entity } from '@/lib/model/entity';

import { createCiter, toSourceDocument, type CitedSource } from '../../documents/cite-source';
import type { Piece, SourceRow } from '../../source';
import type { FtmRecord } from './read-ftm';
import { linkOfSchema } from './schemata';

/** What comes before a row, and what the row cites. */
interface FtmCitation {
  readonly pieces: readonly Piece[];
  readonly cited: Pick<SourceRow, 'citation' | 'document'>;
}

export interface FtmCiter {
  /**
   * @returns one or more; without a source of its own a row cites nothing
   * @throws `invalid` when the text cannot be kept
   */
  cite(record: FtmRecord, line: number): readonly FtmCitation[];
}

interface CiterOptions {
  readonly file: string;
  readonly dataset: string;
  readonly things: ReadonlyMap<string, Entity>;
}

export function createFtmCiter({ file, dataset, things }: CiterOptions): FtmCiter {
  const citer = createCiter(dataset);
  const known = new Set<DocumentId>();

  function citeDataset(title: string, line: number): FtmCitation {
    const document = toSourceDocument({ title, file, line }, dataset);
    const isNew = !known.has(document.id);
    known.add(document.id);
    return { pieces: isNew ? [{ kind: 'document', document }] : [], cited: { document: document.id } };
  }

  /** A link is proved by words, an address or a document. */
  function findProof(record: FtmRecord, line: number): CitedSource | undefined {
    if (!linkOfSchema(record.schema)) return undefined;
    const first = (name: string): string | undefined => record.properties.get(name)?.[0];
    const proof = things.get(first('proof') ?? '');
    const [quote, url, title] = [first('summary'), first('sourceUrl'), proof?.name];
    if (quote === undefined && url === undefined && title === undefined) return undefined;
    const publisher = first('publisher') ?? record.datasets?.[0];
    return { quote, url, title, summary: proof?.description, publisher, file, line };
  }

  return {
    cite: (record, line) => {
      const proof = findProof(record, line);
      if (proof !== undefined) {
        const { pieces, citation } = citer.cite(proof);
        return [{ pieces, cited: { citation } }];
      }
      const datasets = record.datasets ?? [];
      return datasets.length === 0
        ? [{ pieces: [], cited: {} }]
        : datasets.map((each) => citeDataset(each, line));
    },
  };
}
