// Checks the base vocabulary against the CAMEO codes and against PLOVER's classes.
import { existsSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { RelationClass, RelationTypeName } from '@/lib/model/relation-type';

import { readTable } from './read-table';

const CameoCode = z.object({ code: z.string(), name: z.string() });
const ConversionEntry = z.object({ code: z.string(), plover_event: z.string() });
const VocabularyEntry = z.strictObject({
  type: RelationTypeName,
  label: z.string().min(1),
  inverse: z.string().min(1),
  plover: z.string(),
  cameo: z.string(),
  class: RelationClass,
  symmetric: z.enum(['yes', 'no']),
});

// The codes alone are kept here, so that the check runs in any clone; the whole table is compared where it is at hand.
const CODES = 'tests/fixtures/cameo-codes.csv';
const WHOLE_TABLE = '../shared/datasets/cameo/cameo.csv';

const eventsOfClass: Record<RelationClass, readonly string[]> = {
  'verbal-cooperation': ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE'],
  'material-cooperation': ['COOPERATE', 'AID', 'RETREAT'],
  'verbal-conflict': ['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'],
  'material-conflict': ['PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'],
  none: [],
};

// Where the 2021 conversion table has no event, or another than the newer PLOVER manual, the manual is followed.
const byManual: Readonly<Record<string, string>> = { '020': 'REQUEST', '026': 'REQUEST', '163': 'SANCTION' };

const vocabulary = readTable('graph-data/vocabulary.csv', VocabularyEntry);
const coded = vocabulary.filter(({ cameo }) => cameo !== '');

describe('the base vocabulary', () => {
  it('has at least 60 relation types, each once', () => {
    const types = new Set(vocabulary.map(({ type }) => type));

    expect(types.size).toBe(vocabulary.length);
    expect(types.size).toBeGreaterThanOrEqual(60);
  });

  it('names its types in UPPER_SNAKE', () => {
    expect(vocabulary.filter(({ type }) => !/^[A-Z]+(_[A-Z0-9]+)*$/.test(type))).toEqual([]);
  });

  it('uses CAMEO codes that exist', () => {
    const codes = new Set(readTable(CODES, CameoCode).map(({ code }) => code));

    expect(coded.length).toBeGreaterThanOrEqual(40);
    expect(coded.filter(({ cameo }) => !codes.has(cameo))).toEqual([]);
  });

  it('gives each type the class of its PLOVER event', () => {
    const misfits = vocabulary.filter(
      (entry) => entry.plover !== '' && !eventsOfClass[entry.class].includes(entry.plover),
    );

    expect(misfits).toEqual([]);
  });

  it('gives an event to every code but those of statements, which PLOVER dropped', () => {
    expect(coded.filter(({ plover, cameo }) => (plover === '') !== cameo.startsWith('01'))).toEqual([]);
  });

  it('reads the same both ways exactly where it is symmetric', () => {
    const misfits = vocabulary.filter(
      ({ label, inverse, symmetric }) => (label === inverse) !== (symmetric === 'yes'),
    );

    expect(misfits).toEqual([]);
  });

  if (existsSync(WHOLE_TABLE)) {
    it('agrees with the whole CAMEO table', () => {
      const events = new Map(
        readTable(WHOLE_TABLE, ConversionEntry).map((entry) => [entry.code, entry.plover_event]),
      );
      const expected = coded.map((entry) => byManual[entry.cameo] ?? events.get(entry.cameo));

      expect(coded.map(({ plover }) => plover)).toEqual(expected);
      expect(readTable(CODES, CameoCode)).toEqual(readTable(WHOLE_TABLE, CameoCode));
    });
  }
});
