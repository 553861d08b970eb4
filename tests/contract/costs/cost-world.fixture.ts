/** A graph of two parts that share nothing but a relation type: the core, which questions are about, and the bulk, which is only there. */
import type { Batch } from '@/lib/model/batch';
import { LoadId } from '@/lib/model/ids';

import {
  cite,
  citeLine,
  createBatch,
  createDocument,
  createPassage,
  createType,
  declare,
  imply,
  mention,
  relate,
} from '../batch.fixture';

export const coreLoad = LoadId.parse('core-load');
export const newerLoad = LoadId.parse('newer-load');
const bulkLoad = LoadId.parse('bulk-load');

const CORE_ENTITIES = 10;
const CORE_PASSAGES = 40;
const BULK_ENTITIES = 2_000;
const EVIDENCE_PER_PASSAGE = 10;
const PASSAGES_PER_DOCUMENT = 10;

const met = createType('MET');

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

/** What every question of the suite is about, and all of its answers. */
export const core: Batch = createCore('core', coreLoad);

/** As large as the core and of another load, to be taken back. */
export const newer: Batch = createCore('newer', newerLoad);

/** More evidence for what the core says. */
export const addition: Batch = createBatch(
  { relations: core.relations, evidence: core.relations.map(({ id }) => citeLine([`more-${id}`, id], 7)) },
  { id: coreLoad },
);

function createCore(name: string, load: LoadId): Batch {
  const idOf = (index: number) => `${name}-${index % CORE_ENTITIES}`;
  const nameOf = (index: number) => `Corelia ${name} ${index % CORE_ENTITIES}`;
  const numbers = range(0, CORE_PASSAGES);
  const passages = numbers.map((index) =>
    createPassage(`${name}-document`, index + 1, `${nameOf(index)} met ${nameOf(index + 1)} by the lake.`),
  );
  return createBatch(
    {
      types: [met],
      entities: range(0, CORE_ENTITIES).map((index) =>
        declare(idOf(index), nameOf(index), { aliases: [`${name} alias ${index}`] }),
      ),
      documents: [createDocument(`${name}-document`, '2024-05-01')],
      passages,
      mentions: passages.map((passage, index) => mention(passage, idOf(index), nameOf(index))),
      relations: numbers.map((index) =>
        relate(`${name}-relation-${index}`, `${idOf(index)} MET ${idOf(index + 1)}`, { about: `${index}` }),
      ),
      evidence: passages.flatMap((passage, index) => [
        cite([`${name}-cites-${index}`, `${name}-relation-${index}`], passage, { quote: 'met' }),
        citeLine([`${name}-line-${index}`, `${name}-relation-${index}`], index + 1),
      ]),
    },
    { id: load },
  );
}

/**
 * Creates a batch with a piece of evidence for each number from `start` to before `end`, every
 * other one citing a passage.
 */
export function createBulk(start: number, end: number): Batch {
  const numbers = range(start, end);
  const passageOf = (index: number) => {
    const number = Math.floor(index / EVIDENCE_PER_PASSAGE);
    return createPassage(
      `bulk-document-${Math.floor(number / PASSAGES_PER_DOCUMENT)}`,
      (number % PASSAGES_PER_DOCUMENT) + 1,
      `Entity ${number % BULK_ENTITIES} spoke.`,
    );
  };
  const passages = numbers.filter((index) => index % EVIDENCE_PER_PASSAGE === 0).map(passageOf);
  return createBatch(
    {
      types: [met],
      entities: range(0, BULK_ENTITIES).map((index) => imply(`bulk-${index}`, `Entity ${index}`)),
      documents: [...new Set(passages.map(({ document }) => document))].map((id) => createDocument(id)),
      passages,
      mentions: passages.map((passage) => {
        const number = Number(/\d+/u.exec(passage.text)?.[0]);
        return mention(passage, `bulk-${number}`, `Entity ${number}`);
      }),
      relations: numbers.map((index) =>
        relate(
          `bulk-relation-${index}`,
          `bulk-${index % BULK_ENTITIES} MET bulk-${(index * 7 + 1) % BULK_ENTITIES}`,
        ),
      ),
      evidence: numbers.map((index) =>
        index % 2 === 0
          ? cite([`bulk-evidence-${index}`, `bulk-relation-${index}`], passageOf(index))
          : citeLine([`bulk-evidence-${index}`, `bulk-relation-${index}`], index + 1),
      ),
    },
    { id: bulkLoad, row: end },
  );
}
