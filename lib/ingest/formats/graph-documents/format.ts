/** What graph builders give out as JSON before a database holds it: graph documents of LangChain, and graphs of neo4j-graphrag and cognee. */
import type { FileSample } from '../../bytes/take-sample';
import { isRecord } from '../../json/json-value';
import { peekJson } from '../../json/peek-json';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';
import { openDocuments } from './open-documents';
import { openGraph } from './open-graph';
import { hasText, isGraphDocument } from './to-document-graph';

export const graphDocuments: Format = {
  name: 'graph-documents',
  title: 'a graph as LangChain, neo4j-graphrag or cognee gives it out',
  recognises: recognisedBy(
    'it is graph documents, or a graph whose relationships name their ends as neo4j-graphrag does',
    (sample) => isGraph(sample) || holdsDocuments(sample),
  ),
  open: async (sample, options) =>
    isGraph(sample) ? await openGraph(sample, options) : openDocuments(sample, options),
};

/** Whether it is one graph whose relationships name their ends as neo4j-graphrag does, or whose nodes are lists as those of cognee. */
function isGraph(sample: FileSample): boolean {
  const members = peekJson(sample)?.members;
  const relationships = members?.get('relationships') ?? [];
  return (
    relationships.some((each) => isRecord(each) && Object.hasOwn(each, 'start_node_id')) ||
    ((members?.get('nodes') ?? []).some(isNodeAsList) && (members?.get('edges') ?? []).some(isEdgeOfCognee))
  );
}

/** networkx writes such lists too, but not the name of the relation among what is said of it. */
function isEdgeOfCognee(value: unknown): boolean {
  const said: unknown = Array.isArray(value) ? value.at(-1) : undefined;
  return isRecord(said) && Object.hasOwn(said, 'relationship_name');
}

function isNodeAsList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && isRecord(value[1]);
}

/** Whether it is a list of graphs with the text of each, or one. */
function holdsDocuments(sample: FileSample): boolean {
  const peek = peekJson(sample);
  if (peek === undefined) return false;
  if (peek.values.some((value) => isGraphDocument(value) && isRecord(value) && hasText(value['source'])))
    return true;
  return peek.members.has('relationships') && (peek.members.get('source') ?? []).some(hasText);
}
