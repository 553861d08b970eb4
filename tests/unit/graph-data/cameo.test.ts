// Checks the types of CAMEO against the base vocabulary and against PLOVER's classes.
import path from 'node:path';

import { beforeAll, describe, expect, it } from '@jest/globals';

import { openCameoIndex, type CameoIndex } from '@/lib/ingest/names/cameo-index';
import { rejectsOf, valuesOf } from '@/lib/ingest/rows/read-rows';
import { readVocabulary } from '@/lib/ingest/names/read-vocabulary';
import type { RelationType } from '@/lib/model/relation-type';

const folder = path.join(__dirname, '..', '..', '..', 'graph-data');
const baseVocabulary = path.join(folder, 'vocabulary.csv');

let types: readonly RelationType[] = [];
let base: readonly RelationType[] = [];
let cameo: CameoIndex;

beforeAll(async () => {
  const read = await readVocabulary(path.join(folder, 'cameo.csv'));
  expect(rejectsOf(read)).toEqual([]);
  types = valuesOf(read);
  base = valuesOf(await readVocabulary(baseVocabulary));
  cameo = await openCameoIndex(baseVocabulary, base);
});

describe('the types of CAMEO', () => {
  it('are 312, each with a code and a name of its own, and none of the base', () => {
    const names = new Set(types.map(({ type }) => type));

    expect(types).toHaveLength(312);
    expect(names.size).toBe(312);
    expect(new Set(types.map(({ cameo: code }) => code)).size).toBe(312);
    expect(base.filter(({ type }) => names.has(type))).toEqual([]);
  });

  it('have the class and the event that the base gives to the same code', () => {
    const byCode = new Map(types.map((type) => [type.cameo, type]));
    const differing = base.filter(({ cameo: code, plover, class: own }) => {
      const type = byCode.get(code);
      return code !== null && (type?.class !== own || type.plover !== plover);
    });

    expect(differing).toEqual([]);
  });

  it('have the class of their PLOVER event', () => {
    const classes = new Map(base.flatMap(({ plover, class: own }) => (plover === null ? [] : [[plover, own]])));

    expect(types.filter((type) => type.plover !== null && classes.get(type.plover) !== type.class)).toEqual([]);
    expect(types.filter(({ plover }) => plover === null).map(({ cameo: code }) => code?.slice(0, 2))).toEqual(
      Array(11).fill('01'),
    );
  });

  it('are found by code, each another', () => {
    const found = types.map((type) => cameo.find(type.cameo ?? '')?.relation);

    expect(new Set(found).size).toBe(312);
    expect(found).not.toContain(undefined);
  });

  it('are found by name, each another, but for roots that are called like a branch of theirs', () => {
    const branches = types.filter((type) => (type.cameo ?? '').length > 2);

    expect(new Set(branches.map(({ label }) => cameo.find(label)?.relation)).size).toBe(branches.length);
  });
});
