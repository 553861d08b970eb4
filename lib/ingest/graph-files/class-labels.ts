import type { GraphNode } from '../names/describe-node';
import { isClassWord } from '../names/find-kind';
import { hasWords } from '../names/has-words';
import type { GraphRecord } from './graph-record';

type NodeRecord = Extract<GraphRecord, { kind: 'node' }>;

const LOOKED_AT_NODES = 1_000;
const FEWEST = 2;
/** What graph files call the label of a node among its attributes, in lower case. */
const LABEL = 'label';

/**
 * Looks at the first nodes of a graph file for whether their labels are names or classes: "Person" over most nodes is no name.
 *
 * @param records - the nodes, from the beginning
 * @returns what makes a class of the label of a node, where labels are classes; otherwise it gives each node back as it is
 */
export async function findClassLabels(
  records: AsyncIterable<readonly GraphRecord[]>,
): Promise<(node: NodeRecord) => NodeRecord> {
  const nodes: NodeRecord[] = [];
  for await (const some of records) {
    nodes.push(...some.filter((record) => record.kind === 'node'));
    if (nodes.length >= LOOKED_AT_NODES) break;
  }
  return areClasses(nodes.slice(0, LOOKED_AT_NODES)) ? toClass : (node) => node;
}

/** Labels that repeat over half of the nodes, or are words for classes on half of them, while something else says who each is. */
function areClasses(nodes: readonly NodeRecord[]): boolean {
  const labels = nodes.flatMap((node) => labelOf(node) ?? []);
  if (labels.length < FEWEST || labels.length < nodes.length) return false;
  const repeated = labels.length - new Set(labels).size;
  const classes = labels.filter(isClassWord).length;
  if (repeated * 2 < labels.length && classes * 2 < labels.length) return false;
  return nodes.every((node) => hasOtherName(node));
}

function labelOf({ label, attributes }: GraphNode): string | undefined {
  const found = label ?? attributes.get(LABEL)?.[0];
  return found === undefined || found.trim() === '' ? undefined : found;
}

function hasOtherName(node: GraphNode): boolean {
  const named = ['name', 'title', 'caption', 'preflabel', 'fullname'].some((name) =>
    node.attributes.has(name),
  );
  return named || (hasWords(node.id) && node.id !== labelOf(node));
}

function toClass(node: NodeRecord): NodeRecord {
  const label = labelOf(node);
  const attributes = new Map(node.attributes);
  attributes.delete(LABEL);
  return {
    ...node,
    label: undefined,
    attributes,
    kinds: label === undefined ? node.kinds : [...(node.kinds ?? []), label],
  };
}
