import type { RelationBrief } from '@/lib/model/entity-detail';
import type { Evidence } from '@/lib/model/evidence';

import { ONLY_SPEAKERS } from '../../cypher/relation-queries';
import type { Engine, Row } from '../../engine';
import { readEntities } from './read-passages';
import { order } from './relation-details';
import type { SpeechlessBrief } from '../rows/relation-record';
import { readRelations, readTypes, toRelationBrief } from '../rows/relation-record';
import { mapOf, textOf, textsOf } from '../rows/row-values';
import { toRelationPlace } from '../rows/stored-values';

/** Tells to whom all evidence of a relation and stance is attributed; nobody where some is in a document's own voice. */
type OnlySpeakers = (relation: string, stance: Evidence['stance']) => readonly string[];

/** Reads, in one question, to whom the evidence of relations is attributed. */
export async function readOnlySpeakers(engine: Engine, ids: readonly string[]): Promise<OnlySpeakers> {
  const rows = ids.length === 0 ? [] : await engine.read(ONLY_SPEAKERS, { ids: [...new Set(ids)] });
  const speakers = new Map(
    rows.map((row) => [
      `${textOf(row, 'stance')} ${textOf(row, 'relation')}`,
      [...textsOf(row, 'speakers')].sort(order),
    ]),
  );
  return (relation, stance) => speakers.get(`${stance} ${relation}`) ?? [];
}

/** Adds who alone says each relation or, where it is only denied, who alone denies it. */
export async function addSpeakers(
  engine: Engine,
  briefs: readonly SpeechlessBrief[],
): Promise<RelationBrief[]> {
  const speakersOf = await readOnlySpeakers(
    engine,
    briefs.map(({ id }) => id),
  );
  return briefs.map((brief) => ({
    ...brief,
    speakers: [...speakersOf(brief.id, brief.denied ? 'denies' : 'supports')],
  }));
}

/**
 * Reads the relations that evidence belongs to, each once, by id.
 * @param engine - the database
 * @param cited - rows with a column `evidence`
 */
export async function readCitedRelations(engine: Engine, cited: readonly Row[]): Promise<RelationBrief[]> {
  const places = cited.map((row) => {
    const evidence = mapOf(row, 'evidence');
    return toRelationPlace({ ...evidence, id: evidence['relation'] });
  });
  const records = await readRelations(engine, places);
  const entities = await readEntities(
    engine,
    records.flatMap(({ subject, object }) => [subject, object]),
  );
  const types = await readTypes(engine);
  const briefs = records.flatMap((record) => toRelationBrief(record, types, entities) ?? []);
  return addSpeakers(
    engine,
    briefs.sort((a, b) => order(a.id, b.id)),
  );
}
