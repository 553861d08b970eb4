import { Document } from '@/lib/model/document';
import type { Entity } from '@/lib/model/entity';
import type { MarkedPassage } from '@/lib/model/entity-detail';
import { Evidence, gradeOf } from '@/lib/model/evidence';
import { Mention } from '@/lib/model/mention';
import { Passage } from '@/lib/model/passage';

import {
  DOCUMENTS,
  EVIDENCE_IN_PASSAGES,
  MENTIONS_IN_PASSAGES,
  PASSAGES,
} from '../../cypher/passage-queries';
import { ENTITIES } from '../../cypher/relation-queries';
import type { Engine, Row } from '../../engine';
import { groupBy } from '../rows/group-by';
import { mapOf, textOf } from '../rows/row-values';
import { toEntity } from '../rows/stored-values';

/** Entities by id; unknown ids are left out. */
export async function readEntities(
  engine: Engine,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, Entity>> {
  const list = [...new Set(ids)];
  if (list.length === 0) return new Map();
  const rows = await engine.read(ENTITIES, { ids: list });
  return new Map(rows.map((row) => toEntity(mapOf(row, 'entity'))).map((entity) => [entity.id, entity]));
}

/** Documents by id; unknown ids are left out. */
export async function readDocuments(
  engine: Engine,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, Document>> {
  const list = [...new Set(ids)];
  if (list.length === 0) return new Map();
  const rows = await engine.read(DOCUMENTS, { ids: list });
  return new Map(rows.map((row) => Document.parse(mapOf(row, 'document'))).map((each) => [each.id, each]));
}

/** Passages by id; unknown ids are left out. */
export async function readPassages(
  engine: Engine,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, Passage>> {
  const list = [...new Set(ids)];
  if (list.length === 0) return new Map();
  const rows = await engine.read(PASSAGES, { ids: list });
  return new Map(rows.map((row) => Passage.parse(row)).map((passage) => [passage.id, passage]));
}

interface MarkedPassages {
  readonly passages: readonly MarkedPassage[];
  /** Rows of a passage's id and a piece of evidence in it. */
  readonly cited: readonly Row[];
}

/** Passages in the order of the ids, with what they name, what they say, and their document; and the evidence that stands in them. */
export async function readMarkedPassages(engine: Engine, ids: readonly string[]): Promise<MarkedPassages> {
  if (ids.length === 0) return { passages: [], cited: [] };
  const passages = await readPassages(engine, ids);
  const documents = await readDocuments(
    engine,
    [...passages.values()].map(({ document }) => document),
  );
  const mentions = groupBy(
    await readMentions(engine, MENTIONS_IN_PASSAGES, { ids }),
    ({ passage }) => passage,
  );
  const cited = await engine.read(EVIDENCE_IN_PASSAGES, { ids });
  const citedBy = groupBy(cited, (row) => textOf(row, 'passage'));
  const marked = ids.flatMap((id) => {
    const passage = passages.get(id);
    const document = documents.get(passage?.document ?? '');
    if (passage === undefined || document === undefined) return [];
    const { index, text } = passage;
    const named = (mentions.get(passage.id) ?? []).map(({ entity, start, end }) => ({ entity, start, end }));
    return [{ id: passage.id, index, text, document, mentions: named, ...toSaid(citedBy.get(id) ?? []) }];
  });
  return { passages: marked, cited };
}

const Said = Evidence.pick({ relation: true, stance: true, attributedTo: true, grade: true, passage: true });
type Said = MarkedPassage['evidence'][number];

/** What a passage says, each different answer once, in the order of the relations, supports before denials. */
function toSaid(cited: readonly Row[]): Pick<MarkedPassage, 'relations' | 'evidence'> {
  const keyOf = ({ relation, stance, attributedTo = '', grade }: Said) =>
    [relation, stance === 'denies', attributedTo, grade].join('\n');
  const said = new Map(cited.map(toSaidPiece).map((each) => [keyOf(each), each]));
  const evidence = [...said].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
  return { relations: [...new Set(evidence.map(({ relation }) => relation))], evidence };
}

function toSaidPiece(row: Row): Said {
  const { passage, ...said } = Said.parse({ ...mapOf(row, 'evidence'), passage: row['passage'] });
  return { ...said, grade: gradeOf({ grade: said.grade, passage, document: undefined }) };
}

/** Mentions that a query finds, in the order they stand in their passage. */
export async function readMentions(
  engine: Engine,
  query: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<readonly Mention[]> {
  const rows = await engine.read(query, parameters);
  return rows
    .map((row) => Mention.parse(row))
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.entity < b.entity ? -1 : 1));
}
