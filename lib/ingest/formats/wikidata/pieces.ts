/** From entities of a Wikibase to pieces: items first, then what joins them. */
import { EntenteError } from '@/lib/model/entente-error';
import type { Entity } from '@/lib/model/entity';

import type { Piece } from '../../source';
import { createClaimRows, INSTANCE_OF } from './claim-rows';
import { listClaims } from './claims';
import { bestOf, toItem } from './labels';
import { textOf, type WikibaseRecord } from './read-wikibase';

type Readings = (reading: 'labels' | 'claims') => AsyncIterable<readonly WikibaseRecord[]>;

interface Options {
  readonly file: string;
  readonly dataset: string;
}

/** What is held in memory grows with the labels. */
export function createWikibasePieces(readings: Readings, options: Options) {
  let state = createState(options);
  return {
    pieces: async function* (): AsyncGenerator<readonly Piece[]> {
      state = createState(options);
      for await (const records of readings('labels')) records.forEach(state.learn);
      yield [...state.items.values()].map((entity): Piece => ({ kind: 'entity', entity }));
      for await (const records of readings('claims')) yield records.flatMap(state.toPieces);
    },
    notices: (): readonly string[] => state.notices(),
  };
}

function createState({ file, dataset }: Options) {
  const names = new Map<string, string>();
  const items = new Map<string, Entity>();
  const rows = createClaimRows({ file, dataset, names, items });

  function learn({ value }: WikibaseRecord): void {
    const [id, name] = value ? [textOf(value, 'id'), bestOf(value, 'labels')] : [];
    if (value === undefined || id === undefined || name === undefined) return;
    names.set(id, name);
    if (!id.startsWith('Q')) return;
    const classes = listClaims(value).flatMap(({ property, target = '' }) =>
      property === INSTANCE_OF ? [target, names.get(target) ?? ''] : [],
    );
    const entity = attempt(() => toItem(value, classes));
    if (entity) items.set(id, entity);
  }

  function reject({ line, raw }: WikibaseRecord, column: string, reason: string): Piece {
    return { kind: 'reject', reject: { file, line, column, reason, row: raw } };
  }

  function toPieces(record: WikibaseRecord): readonly Piece[] {
    const { value, problem } = record;
    if (value === undefined) return [reject(record, '', problem)];
    const subject = textOf(value, 'id') ?? '';
    if (!subject.startsWith('Q')) return [];
    const shown = { ...record, raw: record.raw === '' ? subject : record.raw };
    if (items.has(subject)) return listClaims(value).flatMap((claim) => rows.toPieces(subject, claim, shown));
    return [reject(shown, 'labels', `the item ${subject} has no label that could be used; add one`)];
  }

  return { items, learn, toPieces, notices: (): readonly string[] => rows.notices() };
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    return undefined;
  }
}
