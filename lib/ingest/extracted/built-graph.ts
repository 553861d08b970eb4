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
  /** Who speaks in a chunk whose text is read apart. */
  readonly speaker?: string | undefined;
  readonly attributes: Attributes;
}

export interface BuiltLink extends Place {
  readonly source: string;
  readonly target: string;
  readonly type: string;
  readonly attributes: Attributes;
}

/** It is held in memory; with its texts, of which some 100 MB at most are fit, unless they are read apart. */
export interface BuiltGraph {
  readonly nodes: ReadonlyMap<string, BuiltNode>;
  readonly links: readonly BuiltLink[];
  /** Reads the texts of some chunks, by their ids, where the nodes are held without them. */
  readonly readTexts?: ((chunks: readonly string[]) => Promise<ReadonlyMap<string, string>>) | undefined;
}

/** What a graph has: the labels of its nodes, the types of its relationships, the attributes of both, and those of nodes as `Label.attribute`. */
export interface BuiltSurvey {
  readonly labels: Set<string>;
  readonly types: Set<string>;
  readonly keys: Set<string>;
  readonly labelKeys: Set<string>;
}

/** Returns a survey of nothing yet. */
export function createSurvey(): BuiltSurvey {
  return { labels: new Set(), types: new Set(), keys: new Set(), labelKeys: new Set() };
}

/** Adds what a node has. */
export function surveyNode(survey: BuiltSurvey, node: Pick<BuiltNode, 'labels' | 'attributes'>): void {
  for (const label of node.labels) survey.labels.add(label);
  for (const key of node.attributes.keys()) {
    survey.keys.add(key);
    for (const label of node.labels) survey.labelKeys.add(`${label}.${key}`);
  }
}

/** Adds what a relationship has. */
export function surveyLink({ types, keys }: BuiltSurvey, link: Pick<BuiltLink, 'type' | 'attributes'>): void {
  types.add(link.type);
  for (const key of link.attributes.keys()) keys.add(key);
}

/** Returns what a graph in memory has. */
export function surveyGraph({ nodes, links }: BuiltGraph): BuiltSurvey {
  const survey = createSurvey();
  for (const node of nodes.values()) surveyNode(survey, node);
  for (const link of links) surveyLink(survey, link);
  return survey;
}

/** Returns the tool that has built a graph, if it is one that is known: all that it always stores is there, and its chunks have texts. */
export function findBuilder({ labels, types, keys, labelKeys }: BuiltSurvey): Builder | undefined {
  return builders.find(
    ({ signature, without, chunk }) =>
      signature.labels.every((label) => labels.has(label)) &&
      signature.types.every((type) => types.has(type)) &&
      signature.keys.every((key) => keys.has(key)) &&
      (chunk.label === '' || chunk.text.some((key) => labelKeys.has(`${chunk.label}.${key}`))) &&
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
