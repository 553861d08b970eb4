import type { Document } from '@/lib/model/document';
import type { Entity } from '@/lib/model/entity';
import { Evidence, gradeOf } from '@/lib/model/evidence';
import { LoadId } from '@/lib/model/ids';
import type { Mention } from '@/lib/model/mention';
import type { Passage } from '@/lib/model/passage';
import { CitedEvidence } from '@/lib/model/relation-detail';
import type { RelationDetail } from '@/lib/model/relation-detail';
import type { RelationType } from '@/lib/model/relation-type';

import { MENTIONS_OF_ENTITIES } from '../../cypher/passage-queries';
import { EVIDENCE_OF_RELATIONS } from '../../cypher/relation-queries';
import type { Engine, Row } from '../../engine';
import { toSupports } from '../rows/evidence-support';
import { groupBy } from '../rows/group-by';
import { readDocuments, readMentions, readPassages } from './read-passages';
import type { RelationRecord } from '../rows/relation-record';
import { toWords } from '../rows/relation-record';
import { mapOf, optionalTextOf } from '../rows/row-values';

/** What relations are shown with. */
export interface RelationContext {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly types: ReadonlyMap<string, RelationType>;
}

interface Citations {
  readonly passages: ReadonlyMap<string, Passage>;
  readonly documents: ReadonlyMap<string, Document>;
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
}

/** Relations with all their evidence and what it cites, in the order given. Relations whose ends are not in the context are left out. */
export async function readRelationDetails(
  engine: Engine,
  records: readonly RelationRecord[],
  context: RelationContext,
): Promise<readonly RelationDetail[]> {
  if (records.length === 0) return [];
  const rows = await engine.read(EVIDENCE_OF_RELATIONS, { ids: records.map(({ id }) => id) });
  const evidence = rows.map((row) => {
    const properties = mapOf(row, 'evidence');
    const parsed = Evidence.parse({ ...properties, passage: optionalTextOf(row, 'passage') });
    return { ...parsed, earlier: toEarlier(properties) };
  });
  const citations = await readCitations(engine, evidence, records);
  const byRelation = groupBy(evidence, ({ relation }) => relation);
  return records.flatMap((record) => {
    const subject = context.entities.get(record.subject);
    const object = context.entities.get(record.object);
    if (subject === undefined || object === undefined) return [];
    const { id, type, about, when, place, modality, contested, coMentionsOnly } = record;
    const label = context.types.get(type)?.label ?? toWords(type);
    const cited = (byRelation.get(id) ?? [])
      .map((each) => toCited(each, record, citations))
      .sort(compareCited);
    return [
      {
        id,
        type,
        label,
        class: record.class,
        subject,
        object,
        about,
        when,
        place,
        modality,
        contested,
        coMentionsOnly,
        evidence: cited,
      },
    ];
  });
}

async function readCitations(
  engine: Engine,
  evidence: readonly Evidence[],
  records: readonly RelationRecord[],
): Promise<Citations> {
  const ids = [...new Set(evidence.flatMap(({ passage }) => passage ?? []))];
  const passages = await readPassages(engine, ids);
  const documents = await readDocuments(
    engine,
    [...passages.values(), ...evidence].flatMap(({ document }) => document ?? []),
  );
  if (ids.length === 0) return { passages, documents, mentions: new Map() };
  const entities = [...new Set(records.flatMap(({ subject, object }) => [subject, object]))];
  const mentions = await readMentions(engine, MENTIONS_OF_ENTITIES, { ids, entities });
  return { passages, documents, mentions: groupBy(mentions, ({ passage }) => passage) };
}

/**
 * @returns the places in older loads that differ from the cited one, or undefined when there are
 *   none
 */
function toEarlier(properties: Row): CitedEvidence['earlier'] {
  const supports = toSupports(properties);
  const current = supports.at(-1);
  const earlier = supports.slice(0, -1).flatMap(({ load, line, record }) => {
    const isKnown = line !== undefined || record !== undefined;
    const isSame = line === current?.line && record === current?.record;
    return isKnown && !isSame ? [{ load: LoadId.parse(load), line, record }] : [];
  });
  return earlier.length > 0 ? earlier : undefined;
}

function toCited(evidence: Evidence, relation: RelationRecord, citations: Citations): CitedEvidence {
  const passage = citations.passages.get(evidence.passage ?? '');
  const mentions = (citations.mentions.get(evidence.passage ?? '') ?? []).filter(
    ({ entity }) => entity === relation.subject || entity === relation.object,
  );
  return CitedEvidence.parse({
    ...evidence,
    grade: gradeOf(evidence),
    passage,
    document: citations.documents.get(passage?.document ?? evidence.document ?? ''),
    mentions,
  });
}

/** Supports before denials, the newest document first, then the order of the text; bare triples last, in the order of their files. */
function compareCited(a: CitedEvidence, b: CitedEvidence): number {
  return (
    order(a.stance === 'denies', b.stance === 'denies') ||
    order(publishedOf(b), publishedOf(a)) ||
    compareKeys(toTextKey(a), toTextKey(b)) ||
    compareKeys(toFileKey(a), toFileKey(b))
  );
}

function publishedOf({ document }: CitedEvidence): string {
  return document?.published ?? '';
}

function toFileKey({ file, line, record, id }: CitedEvidence): SortKey {
  return [file ?? '', line ?? 0, record ?? 0, id];
}

/** `~` sorts after every id. */
function toTextKey({ document, passage, start }: CitedEvidence): SortKey {
  return [document?.id ?? '~', passage?.index ?? 0, start ?? -1];
}

type SortKey = readonly (string | number)[];

/** Which of two keys of the same shape stands first. */
function compareKeys(a: SortKey, b: SortKey): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other !== undefined && part !== other) return part < other ? -1 : 1;
  }
  return 0;
}

/** Which of two values stands first: negative for `a`, positive for `b`, 0 for neither. */
export function order<T extends string | number | boolean>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
