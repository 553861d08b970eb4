/** Small hand-made batches for the contract suite. */
import type { Batch, EntityEntry, Load, TypeEntry } from '@/lib/model/batch';
import { Document } from '@/lib/model/document';
import type { EntityKind } from '@/lib/model/entity';
import { Entity } from '@/lib/model/entity';
import { Evidence, type EvidenceGrade } from '@/lib/model/evidence';
import { LoadId } from '@/lib/model/ids';
import { Mention } from '@/lib/model/mention';
import { Passage } from '@/lib/model/passage';
import { Relation, type Modality } from '@/lib/model/relation';
import type { RelationClass } from '@/lib/model/relation-type';
import { RelationType } from '@/lib/model/relation-type';
import type { Span } from '@/lib/model/span';
import { toCodePointOffset } from '@/lib/model/text-offsets';

export const loadId = LoadId.parse('load-1');

/** A batch with what is given and nothing else; its evidence is of its load. */
export function createBatch(parts: Partial<Omit<Batch, 'load'>>, load: Partial<Load> = {}): Batch {
  const { evidence = [], ...rest } = parts;
  return {
    types: [],
    entities: [],
    documents: [],
    passages: [],
    mentions: [],
    relations: [],
    ...rest,
    evidence: evidence.map((each) => ({ ...each, load: load.id ?? each.load })),
    load: {
      id: loadId,
      dataset: 'little-world',
      title: 'A little world',
      tool: 'contract',
      startedAt: '2024-01-01T00:00:00Z',
      inputHash: 'hash',
      row: 1,
      ...load,
    },
  };
}

export function declare(
  id: string,
  name: string,
  more: { kind?: EntityKind; aliases?: string[]; description?: string } = {},
): EntityEntry {
  return { entity: Entity.parse({ id, name, kind: 'country', aliases: [], ...more }), declared: true };
}

export function imply(id: string, name: string): EntityEntry {
  return { entity: Entity.parse({ id, name, kind: 'thing', aliases: [] }), declared: false };
}

export function createType(
  type: string,
  more: { label?: string; inverse?: string; class?: RelationClass; declared?: boolean } = {},
): TypeEntry {
  const { declared = true, ...rest } = more;
  const words = type.toLowerCase();
  const fields = { label: words, inverse: `${words} by`, plover: null, cameo: null, class: 'none', ...rest };
  return { type: RelationType.parse({ type, symmetric: false, ...fields }), declared };
}

export function createDocument(id: string, published?: string): Document {
  return Document.parse({ id, title: `Document ${id}`, ...(published === undefined ? {} : { published }) });
}

export function createPassage(document: string, index: number, text: string): Passage {
  return Passage.parse({ id: `${document}.${index}`, document, index, text });
}

/** Where a part stands in a text, in code points. */
function spanOf(text: string, part: string): Span {
  const unit = text.indexOf(part);
  return { start: toCodePointOffset(text, unit), end: toCodePointOffset(text, unit + part.length) };
}

export function mention(passage: Passage, entity: string, name: string): Mention {
  return Mention.parse({ passage: passage.id, entity, ...spanOf(passage.text, name) });
}

interface RelationParts {
  about?: string;
  start?: string;
  end?: string;
  place?: string;
  modality?: Modality;
}

/** @param sentence - "subject TYPE object" */
export function relate(id: string, sentence: string, more: RelationParts = {}): Relation {
  const [subject, type, object] = sentence.split(' ');
  const { start, end, ...rest } = more;
  const precision = start?.length === 10 ? 'day' : start?.length === 7 ? 'month' : 'year';
  const when =
    start === undefined ? {} : { when: { start, precision, ...(end === undefined ? {} : { end }) } };
  return Relation.parse({ id, type, subject, object, modality: 'actual', ...rest, ...when });
}

/** The ids of a piece of evidence and of its relation. */
type EvidenceIds = readonly [string, string];

/** Evidence in a passage, with the span of a quote when one is given. */
export function cite(
  [id, relation]: EvidenceIds,
  passage: Passage,
  more: { quote?: string; denies?: boolean; by?: string; grade?: EvidenceGrade | undefined } = {},
): Evidence {
  const stance = more.denies === true ? 'denies' : 'supports';
  const span = more.quote === undefined ? {} : spanOf(passage.text, more.quote);
  const speaker = more.by === undefined ? {} : { attributedTo: more.by };
  const { grade } = more;
  return Evidence.parse({
    ...{ id, relation, stance, passage: passage.id, ...span, ...speaker, load: loadId },
    ...(grade === undefined ? {} : { grade }),
  });
}

/** Evidence that names a document and no passage of it. */
export function citeDocument([id, relation]: EvidenceIds, document: Document, denies = false): Evidence {
  const stance = denies ? 'denies' : 'supports';
  return Evidence.parse({ id, relation, stance, document: document.id, load: loadId });
}

/** Evidence that is a line of an input file. */
export function citeLine([id, relation]: EvidenceIds, line: number, file = 'triples.csv'): Evidence {
  return Evidence.parse({ id, relation, stance: 'supports', file, line, load: loadId });
}

/** Relations of one type between pairs, each with the number of lines that support it: `['a', 'b', 3]`. */
export function createStar(type: string, pairs: readonly (readonly [string, string, number])[]): Batch {
  const ids = [...new Set(pairs.flatMap(([subject, object]) => [subject, object]))];
  return createBatch({
    types: [createType(type)],
    entities: ids.map((id) => imply(id, `Entity ${id}`)),
    relations: pairs.map(([subject, object], index) => relate(`r${index}`, `${subject} ${type} ${object}`)),
    evidence: pairs.flatMap(([, , lines], index) =>
      Array.from({ length: lines }, (_, line) => citeLine([`v${index}-${line}`, `r${index}`], line + 1)),
    ),
  });
}
