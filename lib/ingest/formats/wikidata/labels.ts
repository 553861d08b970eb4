/** What entities of a Wikibase are called, in whichever languages. */
import type { Entity } from '@/lib/model/entity';
import { EntityId } from '@/lib/model/ids';

import { fieldOf, isRecord, toList, type JsonRecord } from '../../json/json-value';
import { toAliases } from '../../names/describe-node';
import { findKind } from '../../names/find-kind';
import { checkText } from '../../rows/check-text';
import { textOf } from './read-wikibase';

/** English goes first, since the vocabulary is; then what is the same in all languages. */
const FIRST = ['en', 'mul', 'en-gb', 'en-us', 'en-ca'];

/** Returns what is said in the best language that there is. */
export function bestOf(value: JsonRecord, member: 'labels' | 'descriptions'): string | undefined {
  const texts = fieldOf(value, member);
  if (!isRecord(texts)) return undefined;
  const languages = [...FIRST, ...Object.keys(texts)];
  for (const language of languages) {
    const text = fieldOf(texts, language);
    const found = isRecord(text) ? textOf(text, 'value') : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * @param classes - what it is an instance of, by ids and by names
 * @returns the entity of an item that has a label; its id means the same in every file
 * @throws `invalid` for text that cannot be kept
 */
export function toItem(value: JsonRecord, classes: readonly string[]): Entity | undefined {
  const [id, name] = [textOf(value, 'id'), bestOf(value, 'labels')];
  if (id === undefined || name === undefined) return undefined;
  const description = bestOf(value, 'descriptions');
  return {
    id: EntityId.parse(id),
    name: checkText('labels', name),
    kind: findKind(classes) ?? 'thing',
    aliases: toAliases([...textsOf(value, 'labels'), ...textsOf(value, 'aliases')], name),
    sameAs: `https://www.wikidata.org/wiki/${id}`,
    ...(description !== undefined && { description: checkText('descriptions', description) }),
  };
}

/** Of each language one text, or a list of them. */
function textsOf(value: JsonRecord, member: 'labels' | 'aliases'): readonly string[] {
  const texts = fieldOf(value, member);
  if (!isRecord(texts)) return [];
  return Object.values(texts)
    .flatMap((each) => (Array.isArray(each) ? toList(each) : [each]))
    .filter(isRecord)
    .flatMap((each) => textOf(each, 'value') ?? []);
}
