/** From facts with offsets to passages, entities and rows. */
import { deriveId } from '@/lib/model/derive-id';
import type { Document } from '@/lib/model/document';
import { DocumentId } from '@/lib/model/ids';

import { checkText } from '../../rows/check-text';
import type { Fact, FactPassage } from './record';
import { factTypes } from './types';
import { findFactEnd } from './find-fact-end';
import { createPassagePieces, toPassageText } from '../../documents/passage-pieces';
import { attemptRow } from '../../rows/read-rows';
import type { NamedMention, Piece, SourceRow } from '../../source';
import { createSpanTally } from '../../spans/span-tally';
import type { FactSurvey } from './survey-facts';

export interface FactReader {
  /** Converts a fact to its passage and row, after what they need. */
  readonly toPieces: (fact: Fact, at: { readonly line: number; readonly raw: string }) => readonly Piece[];
  readonly notices: () => readonly string[];
}

type Place = Pick<SourceRow, 'file' | 'line'>;

/**
 * Creates a reader of facts.
 * @param dataset - the name of the dataset, within which the ids of documents are unique
 * @param file - the file
 * @param survey - what a first pass over the file found
 */
export function createFactReader(dataset: string, file: string, survey: FactSurvey): FactReader {
  const passages = createPassagePieces();
  const spans = createSpanTally();
  const given = new Set<string>();
  const counts = { withoutFact: 0, pointing: 0, widened: 0 };

  /** What is told once: a type, an entity. */
  function once(key: string, piece: Piece): readonly Piece[] {
    if (given.has(key)) return [];
    given.add(key);
    return [piece];
  }

  function addPassage(fact: Fact, mentions: readonly NamedMention[], { file: path, line }: Place) {
    const { text } = fact.passage;
    const document = toDocument(fact.passage, dataset);
    const index = survey.indexOf(fact);
    return passages.add({ document, text: toPassageText(text), index, mentions, file: path, line });
  }

  function toRow(fact: Fact, ends: NonNullable<Fact['ends']>, row: SourceRow): readonly Piece[] {
    const type = factTypes.get(fact.property ?? '');
    const context = { type, dataset, spans, survey, onWidened: () => (counts.widened += 1) };
    const subject = findFactEnd(fact.passage, ends.subject, { ...context, name: 'subject' });
    const object = findFactEnd(fact.passage, ends.object, { ...context, name: 'object' });
    const both = [subject, object];
    counts.pointing += both.filter(({ isPointing }) => isPointing).length;
    const { id, pieces } = addPassage(fact, both, row);
    const start = Math.min(subject.start, object.start);
    const end = Math.max(subject.end, object.end);
    return [
      ...(type === undefined ? [] : once(type.type.type, { kind: 'type', type: type.type })),
      ...both.flatMap(({ declared: entity }) => (entity ? once(entity.id, { kind: 'entity', entity }) : [])),
      ...pieces,
      {
        kind: 'row',
        row: {
          ...row,
          subject: subject.entity,
          object: object.entity,
          citation: { passage: id, start, end },
        },
      },
    ];
  }

  return {
    toPieces: (fact, { line, raw }) => {
      const row = { file, line, raw, cells: toCells(fact) };
      const result = attemptRow(row, () => {
        checkText('passage', fact.passage.text);
        if (fact.ends !== undefined) return toRow(fact, fact.ends, row);
        if (fact.property !== undefined) counts.withoutFact += 1;
        return addPassage(fact, [], row).pieces;
      });
      if ('value' in result) return result.value;
      const { column, reason } = result.reject;
      return [{ kind: 'row', row: { ...row, problem: { column, reason } } }];
    },
    notices: () => [...describeCounts(counts), ...spans.notices()],
  };
}

interface Counts {
  readonly withoutFact: number;
  readonly pointing: number;
  readonly widened: number;
}

function describeCounts({ withoutFact, pointing, widened }: Counts): readonly string[] {
  const sentences = [
    [withoutFact, 'Records that say a passage has no fact of a property, of which only the passage was read'],
    [pointing, 'Ends that only refer to somebody ("he", "the company"), each an entity of its own'],
    [widened, 'Spans that cut off the first or the last letters of a word, widened to it'],
  ] as const;
  return sentences.flatMap(([count, words]) => (count === 0 ? [] : [`${words}: ${count}.`]));
}

function toDocument({ document, title }: FactPassage, dataset: string): Document {
  const id = DocumentId.parse(deriveId('d', [dataset, document]));
  return { id, title: checkText('document', title ?? `Document ${document} of ${dataset}`).normalize('NFC') };
}

function toCells({ property, ends }: Fact): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  if (property !== undefined) cells.set('relation', toTypeCell(property));
  if (ends?.subject.text !== undefined) cells.set('subject', ends.subject.text);
  if (ends?.object.text !== undefined) cells.set('object', ends.object.text);
  return cells;
}

/** A property that is none of KnowledgeNet's own reads as words. */
function toTypeCell(property: string): string {
  return factTypes.has(property) ? property : property.replaceAll('_', ' ').toLowerCase();
}
