/** Graphs as tools that build them from texts leave them in a database: entities, chunks and documents are all nodes. */
import type { Attributes } from '../names/read-attributes';
import { builders, type Builder } from './builders';

interface Place {
  readonly file: string;
  readonly line: number;
  readonly raw: string;
}

export interface BuiltNode extends Place {
  readonly id: string;
  readonly labels: readonly string[];
  readonly attributes: Attributes;
}

export interface BuiltLink extends Place {
  readonly source: string;
  readonly target: string;
  readonly type: string;
  readonly attributes: Attributes;
}

/** It is held in memory with its texts: some 100 MB of them at most are fit. */
export interface BuiltGraph {
  readonly nodes: ReadonlyMap<string, BuiltNode>;
  readonly links: readonly BuiltLink[];
}

/** What a graph has: the labels of its nodes, the types of its relationships, and the attributes of both. */
export interface BuiltSurvey {
  readonly labels: Set<string>;
  readonly types: Set<string>;
  readonly keys: Set<string>;
}

/** Returns what a graph in memory has. */
export function surveyGraph({ nodes, links }: BuiltGraph): BuiltSurvey {
  const survey = { labels: new Set<string>(), types: new Set<string>(), keys: new Set<string>() };
  for (const { labels, attributes } of nodes.values()) {
    for (const label of labels) survey.labels.add(label);
    for (const key of attributes.keys()) survey.keys.add(key);
  }
  for (const { type, attributes } of links) {
    survey.types.add(type);
    for (const key of attributes.keys()) survey.keys.add(key);
  }
  return survey;
}

/** Returns the tool that has built a graph, if it is one that is known. */
export function findBuilder({ labels, types, keys }: BuiltSurvey): Builder | undefined {
  return builders.find(
    ({ signature, without }) =>
      signature.labels.every((label) => labels.has(label)) &&
      signature.types.every((type) => types.has(type)) &&
      signature.keys.every((key) => keys.has(key)) &&
      !without.some((label) => labels.has(label)),
  );
}

/** Returns the first value of the first attribute that has one. */
export function valueOf(attributes: Attributes, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = attributes.get(name)?.find((each) => each.trim() !== '');
    if (value !== undefined) return value;
  }
  return undefined;
}
