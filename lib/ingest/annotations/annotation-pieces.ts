/** From a text with marks to its passage, the entities that it names, and rows that cite it. */
import { deriveId } from '@/lib/model/derive-id';
import { DocumentId, type PassageId } from '@/lib/model/ids';
import type { Span } from '@/lib/model/span';

import { createPassagePieces, toPassageText } from '../documents/passage-pieces';
import { checkText } from '../rows/check-text';
import { attemptRow } from '../rows/read-rows';
import { createTally, noteTally } from '../rows/tally';
import type { Named, Piece, SourceRow } from '../source';
import { createSpanTally } from '../spans/span-tally';
import type { AnnotatedRelation, AnnotatedText, AnnotationFault, NamesOfAddress } from './annotated-text';
import { placeSpans, type PlacedSpans } from './place-spans';
import { toRelationWords } from './relation-words';

/** Where a text stands in its input. */
interface AnnotationPlace {
  readonly file: string;
  readonly line: number;
  readonly raw: string;
}

export interface AnnotationReader {
  /** Returns the passage of a text and its rows, after what they need. */
  toPieces(text: AnnotatedText, place: AnnotationPlace): readonly Piece[];
  notices(): readonly string[];
}

/**
 * Makes a reader of annotated texts.
 *
 * @param dataset - the input's name, within which names of documents mean something
 * @param namesOf - what it calls what has an address
 */
export function createAnnotationReader(
  dataset: string,
  namesOf: NamesOfAddress = () => [],
): AnnotationReader {
  const passages = createPassagePieces();
  const spans = createSpanTally();
  const unread = createTally();
  const counts = { unrelated: 0, pointing: 0 };
  const declared = new Set<string>();

  function readText(annotated: AnnotatedText, place: AnnotationPlace): readonly Piece[] {
    const { document: key, title } = annotated;
    const text = toPassageText(checkText('text', annotated.text));
    const document = {
      id: DocumentId.parse(deriveId('d', [dataset, key])),
      title: checkText('document', title).normalize('NFC'),
    };
    const placed = placeSpans(annotated, { dataset, spans, namesOf });
    counts.pointing += placed.pointing;
    for (const what of annotated.unread ?? []) unread.add(what);
    const mentions = [...placed.spans.values()].map(({ start, end, entity }) => ({ start, end, entity }));
    const { file, line } = place;
    const { id, pieces } = passages.add({ document, text, mentions, file, line });
    const related = annotated.relations.filter(({ label }) => toRelationWords(label) !== undefined);
    counts.unrelated += annotated.relations.length - related.length;
    const rows = related.map((relation): Piece => ({
      kind: 'row',
      row: toRow(relation, { place, placed, passage: id }),
    }));
    const faults = [...placed.faults, ...(annotated.faults ?? [])].map((fault) => toFault(fault, place));
    const entities = placed.declared.flatMap((entity): readonly Piece[] => {
      if (declared.has(entity.id)) return [];
      declared.add(entity.id);
      return [{ kind: 'entity', entity }];
    });
    return [...entities, ...pieces, ...faults, ...rows];
  }

  return {
    toPieces: (annotated, place) => {
      const row = { file: place.file, line: place.line, raw: place.raw, cells: new Map<string, string>() };
      const result = attemptRow(row, () => readText(annotated, place));
      return 'value' in result ? result.value : [{ kind: 'reject', reject: result.reject }];
    },
    notices: () => [
      ...noteCounts(counts),
      ...noteTally('Not read from the annotations', unread),
      ...spans.notices(),
    ],
  };
}

function noteCounts({ unrelated, pointing }: { unrelated: number; pointing: number }): readonly string[] {
  const sentences = [
    [unrelated, 'Pairs marked as having no relation, which give no row'],
    [pointing, 'Marked words that only refer to somebody ("he", "the company"), each an entity of its own'],
  ] as const;
  return sentences.flatMap(([count, words]) => (count === 0 ? [] : [`${words}: ${count}.`]));
}

interface Relating {
  readonly place: AnnotationPlace;
  readonly placed: PlacedSpans;
  readonly passage: PassageId;
}

/** An end of a relation: with a place where its words stand in the text. */
type End = Partial<Span> & { readonly entity: Named };

function findEnd(id: string, { spans, unnamed }: PlacedSpans): End | undefined {
  const entity = unnamed.get(id);
  return spans.get(id) ?? (entity && { entity });
}

function toRow(relation: AnnotatedRelation, { place, placed, passage }: Relating): SourceRow {
  const [from, to] = [findEnd(relation.from, placed), findEnd(relation.to, placed)];
  const { file, line } = relation.place ?? place;
  const row = { file, line, raw: relation.raw, cells: toCells(relation, { from, to }) };
  if (from && to)
    return { ...row, subject: from.entity, object: to.entity, citation: { passage, ...cover(from, to) } };
  const [column, missing] = from ? ['object', relation.to] : ['subject', relation.from];
  const reason = `there is no marked span '${missing}' that could be used; mark it, or correct the relation`;
  return { ...row, problem: { column, reason } };
}

function toCells(
  { label, stance, modality, confidence }: AnnotatedRelation,
  { from, to }: { readonly from: End | undefined; readonly to: End | undefined },
): ReadonlyMap<string, string> {
  const cells = new Map([['relation', toRelationWords(label) ?? label]]);
  if (from) cells.set('subject', from.entity.name);
  if (to) cells.set('object', to.entity.name);
  if (stance !== undefined) cells.set('stance', stance);
  if (modality !== undefined) cells.set('modality', modality);
  if (confidence !== undefined) cells.set('confidence', confidence);
  return cells;
}

/** The stretch of a text that has both in it; none where one has no place in it. */
function cover(a: End, b: End): Partial<Span> {
  const [starts, ends] = [[a.start, b.start].filter(isPlace), [a.end, b.end].filter(isPlace)];
  return starts.length < 2 ? {} : { start: Math.min(...starts), end: Math.max(...ends) };
}

function isPlace(offset: number | undefined): offset is number {
  return offset !== undefined;
}

function toFault({ column, reason, raw, place }: AnnotationFault, { file, line }: AnnotationPlace): Piece {
  return { kind: 'reject', reject: { file, line, ...place, column, reason, row: raw } };
}
