import path from 'node:path';

import type { RelationType } from '@/lib/model/relation-type';

import { findPart } from '../bytes/find-part';
import { valuesOf } from '../rows/read-rows';
import { readVocabulary } from './read-vocabulary';

/** What a CAMEO code or name stands for: the name of a type, and the type itself where no vocabulary of the base has it. */
interface CameoMeaning {
  readonly relation: string;
  readonly type: RelationType | undefined;
}

export interface CameoIndex {
  /** The file that it was read from, if there is one. */
  readonly file: string | undefined;
  /** Finds what a cell stands for; undefined when it is neither a code nor a name of CAMEO. */
  find(cell: string): CameoMeaning | undefined;
}

const CODE = /^\d{2,4}$/u;

/**
 * Reads the types of CAMEO beside the base vocabulary. A code goes to the one type of the base that has it, and to CAMEO's own type
 * when none or several do; that one is called what the input calls it.
 */
export async function openCameoIndex(
  baseVocabulary: string | undefined,
  base: readonly RelationType[],
): Promise<CameoIndex> {
  const file =
    baseVocabulary === undefined ? undefined : await findPart(path.dirname(baseVocabulary), 'cameo.csv');
  const types = file === undefined ? [] : valuesOf(await readVocabulary(file));
  return { file, find: createFinder(base, types) };
}

function createFinder(base: readonly RelationType[], types: readonly RelationType[]): CameoIndex['find'] {
  const byCode = new Map(types.map((type) => [type.cameo ?? '', type]));
  // The codes rise, so that of a root and its first branch with the same name, as 10 and 100, the branch is kept.
  const byName = new Map(types.map((type) => [type.label.toLowerCase(), type]));
  const found = new Map<string, CameoMeaning | undefined>();

  function lookUp(cell: string): CameoMeaning | undefined {
    const isCode = CODE.test(cell);
    const type = isCode ? byCode.get(cell) : byName.get(cell.toLowerCase());
    if (type === undefined) return undefined;
    const [own, another] = base.filter(({ cameo }) => cameo === type.cameo);
    if (own && !another) return { relation: own.type, type: undefined };
    return { relation: type.type, type: isCode ? type : { ...type, label: cell } };
  }

  return (cell) => {
    if (!found.has(cell)) found.set(cell, lookUp(cell));
    return found.get(cell);
  };
}
