import { toFacts, type Fact, type FactEnd } from './record';
import { isName } from '../../names/is-name';
import { isRecord } from '../../json/json-value';
import type { JsonFile, JsonRecordRead } from '../../json/read-json';

/** What a first look through facts tells, since they come in any order. */
export interface FactSurvey {
  /** The number of a fact's passage in its document, in the order of their places. */
  readonly indexOf: (fact: Fact) => number;
  /** The names by which facts call what has an address, the first one first. */
  readonly namesOf: (uri: string) => readonly string[];
}

/** Reads all facts of a file. What it gathers grows with the passages and the addresses. */
export async function surveyFacts(json: JsonFile): Promise<FactSurvey> {
  const places = new Map<string, Set<number>>();
  const names = new Map<string, Set<string>>();
  for await (const records of json.records()) {
    for (const { passage, ends } of records.flatMap(factsOf)) {
      addTo(places, passage.document, passage.start);
      for (const end of [ends?.subject, ends?.object]) noteName(names, end);
    }
  }
  const order = new Map(
    [...places].map(([document, starts]) => [document, [...starts].sort((a, b) => a - b)]),
  );
  return {
    indexOf: ({ passage }) => (order.get(passage.document) ?? []).indexOf(passage.start) + 1,
    namesOf: (uri) => [...(names.get(uri) ?? [])],
  };
}

function factsOf(record: JsonRecordRead): readonly Fact[] {
  return record.problem === undefined && isRecord(record.value) ? toFacts(record.value) : [];
}

function noteName(names: Map<string, Set<string>>, end: FactEnd | undefined): void {
  if (end?.uri !== undefined && end.text !== undefined && isName(end.text)) addTo(names, end.uri, end.text);
}

function addTo<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const known = sets.get(key);
  if (known) known.add(value);
  else sets.set(key, new Set([value]));
}
