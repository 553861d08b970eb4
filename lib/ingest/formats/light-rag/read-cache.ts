import { fieldOf, isRecord, toText, type JsonRecord } from '../../json/json-value';
import { readMembers } from '../../json/read-members';
import { addKeywords, toPairKey, unquote } from './field-text';

/** What the model wrote of a pair in one chunk, in the order in which it named the two. */
interface CachedRelation {
  readonly source: string;
  readonly statement: string | undefined;
}

/** By chunk, and then by the names of the pair. */
export type CachedRelations = ReadonlyMap<string, ReadonlyMap<string, CachedRelation>>;

/** Between the fields of a line, as versions have it. */
const FIELDS = /<\|#\|>|<\|>/u;
const LINES = /\r?\n|##/u;
const BRACKETS = /^\(|\)$/gu;

/**
 * Reads the answers of the model that a workspace keeps: they tell what it wrote about a relation in each chunk, which the graph has merged.
 *
 * @param file - the file, where there is one
 */
export async function readCache(file: string | undefined): Promise<CachedRelations> {
  const cached = new Map<string, Map<string, CachedRelation>>();
  if (file === undefined) return cached;
  for await (const { members } of readMembers(file)) {
    for (const { value } of members) for (const answer of answersIn(value)) takeAnswer(answer, cached);
  }
  return cached;
}

/** Older versions have the answers of a mode together. */
function answersIn(value: JsonRecord): readonly JsonRecord[] {
  return Object.hasOwn(value, 'return') ? [value] : Object.values(value).filter(isRecord);
}

function takeAnswer(answer: JsonRecord, cached: Map<string, Map<string, CachedRelation>>): void {
  const chunk = toText(fieldOf(answer, 'chunk_id'));
  const words = fieldOf(answer, 'return');
  if (chunk === undefined || typeof words !== 'string') return;
  const pairs = cached.get(chunk) ?? new Map<string, CachedRelation>();
  cached.set(chunk, pairs);
  for (const line of words.split(LINES)) {
    const relation = toRelation(line);
    // The model is asked twice; what it said first is in the graph.
    if (relation && !pairs.has(relation.pair)) pairs.set(relation.pair, relation);
  }
}

function toRelation(line: string): (CachedRelation & { readonly pair: string }) | undefined {
  const isNew = line.includes('<|#|>');
  const fields = line.trim().replace(BRACKETS, '').split(FIELDS).map(unquote);
  const [what = '', source = '', target = '', third, fourth] = fields;
  if (!/^relation(?:ship)?$/iu.test(what) || source === '' || target === '') return undefined;
  // Older versions had the description before the keywords.
  const [keywords = '', statement] = isNew ? [third, fourth] : [fourth, third];
  return { pair: toPairKey(source, target), source, statement: addKeywords(statement, keywords) };
}
