import path from 'node:path';

import { deriveId } from '@/lib/model/derive-id';

import { readEvents } from './events';

/** A row as the hand-written loads store it, with its ids. */
export interface PreparedRow {
  readonly subject: PreparedEntity;
  readonly object: PreparedEntity;
  readonly type: string;
  readonly relation: string;
  readonly evidence: string;
  readonly date: string;
  readonly line: number;
}

interface PreparedEntity {
  readonly id: string;
  readonly name: string;
}

const NO_TYPE_LETTERS = /[^A-Z0-9]+/gu;
const EDGES = /^_+|_+$/gu;

/** Reads a file of events and derives the ids. No id holds the line, so that a line that comes in between makes no other row new. */
export async function* prepareRows(file: string): AsyncGenerator<PreparedRow> {
  const entities = new Map<string, PreparedEntity>();
  const occurrences = new Map<string, number>();
  const name = path.basename(file);
  let line = 1;
  for await (const { date, source, relation: label, target } of readEvents(file)) {
    line += 1;
    const subject = toEntity(source, entities);
    const object = toEntity(target, entities);
    const type = label.toUpperCase().replace(NO_TYPE_LETTERS, '_').replace(EDGES, '');
    const relation = deriveId('r', [subject.id, type, object.id, date]);
    const occurrence = (occurrences.get(relation) ?? 0) + 1;
    occurrences.set(relation, occurrence);
    const evidence = deriveId('v', [relation, name, occurrence]);
    yield { subject, object, type, relation, evidence, date, line };
  }
}

function toEntity(name: string, entities: Map<string, PreparedEntity>): PreparedEntity {
  const known = entities.get(name);
  if (known !== undefined) return known;
  const entity = { id: deriveId('e', [name]), name };
  entities.set(name, entity);
  return entity;
}
