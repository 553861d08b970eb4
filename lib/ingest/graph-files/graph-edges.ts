/** From the nodes and edges of graph files (GEXF, GraphML, node-link, Neo4j …) to entities and rows of triples. */
import { deriveId } from '@/lib/model/derive-id';
import type { Entity } from '@/lib/model/entity';
import { EntenteError } from '@/lib/model/entente-error';
import { EntityId } from '@/lib/model/ids';
import type { RelationType } from '@/lib/model/relation-type';

import { describeNode, type GraphNode } from '../names/describe-node';
import { createCiter, type CitedSource } from '../documents/cite-source';
import { hasWords } from '../names/has-words';
import { isFull, readAttributes, type Attributes, type Fields } from '../names/read-attributes';
import type { Citation, Named, Piece, SourceRow } from '../source';
import { SOURCE_NAMES } from '../documents/source-names';
import { tripleColumns } from '../table/triple-columns';
import { createTally, noteTally, type Tally } from '../rows/tally';
import { toTypeName } from '../names/type-index';

interface GraphEdge {
  readonly source: Named;
  readonly target: Named;
  readonly type?: string | undefined;
  readonly isDirected: boolean;
  readonly attributes: Attributes;
  readonly file: string;
  readonly line: number;
  readonly raw: string;
  /** Which edge of its file it is, where one line may hold many. */
  readonly record?: number | undefined;
}

export interface GraphReader {
  /** Returns the id of a node's entity. */
  readonly idOf: (node: string) => EntityId;
  /**
   * Converts a node to an entity.
   * @throws `invalid` with the attribute as path when that is impossible
   */
  readonly toEntity: (node: GraphNode) => Entity;
  /**
   * Converts an edge to its row, after what it cites. The row of an edge that cannot be used
   * carries the problem.
   */
  readonly toPieces: (edge: GraphEdge) => readonly Piece[];
  readonly notices: () => readonly string[];
}

interface Cited {
  readonly pieces: readonly Piece[];
  readonly citation?: Citation;
  readonly problem?: SourceRow['problem'];
}

/** Ids that mean the same in every file: Wikidata's, and those that we derive from content. */
const GLOBAL_ID = /^(?:Q[1-9]\d{0,11}|e-[0-9a-f]{20})$/u;
/** How an edge reads of which the input says only that it is there. */
export const UNTYPED = 'related to';
/** What edges call their caption, and a source its title. */
const CAPTION = 'title';
const SOURCE_FIELDS: Fields = [
  ['quote', SOURCE_NAMES.quote],
  ['url', [...SOURCE_NAMES.url, 'uri', 'link']],
  ['reference', SOURCE_NAMES.reference],
  ['title', ['document', ...SOURCE_NAMES.title.filter((name) => name !== CAPTION)]],
  ['publisher', SOURCE_NAMES.publisher],
  ['author', ['author']],
  ['published', SOURCE_NAMES.published],
  ['sourceid', ['sourceid']],
];
const sourceFields: ReadonlySet<string> = new Set(SOURCE_FIELDS.map(([field]) => field));
const RELATION_NAMES = ['relation', 'relationtype', 'reltype', 'type', 'predicate', 'kind', 'label', 'name'];
const SINGLE_LETTER = /^.$/u;

/** What tables call a field; a letter alone is too little for an attribute of a graph. */
function namesOf(field: string): readonly string[] {
  return [...(tripleColumns.synonyms ?? [])].flatMap(([name, of]) =>
    of === field && !SINGLE_LETTER.test(name) ? [name] : [],
  );
}

/** Columns of triples, and what files call them, in lower-case letters alone; the first that is there is read. */
const EDGE_FIELDS: Fields = [
  ['relation', [...RELATION_NAMES, ...namesOf('relation')]],
  ['caption', [CAPTION]],
  ['about', namesOf('about')],
  ['start', [...namesOf('start'), 'from']],
  ['end', [...namesOf('end'), 'to']],
  ['place', namesOf('place')],
  ['modality', namesOf('modality')],
  ['stance', namesOf('stance')],
  ['confidence', namesOf('confidence')],
  ['attributed_to', namesOf('attributed_to')],
  ...SOURCE_FIELDS,
];
const EDGE_FIELDS_BUT_RELATION = EDGE_FIELDS.filter(([field]) => field !== 'relation');

/**
 * Creates a reader of a graph.
 * @param dataset - the name of the dataset, within which the ids of nodes are unique
 * @param knownTypes - the types that are known already
 */
export function createGraphReader(dataset: string, knownTypes: readonly RelationType[]): GraphReader {
  const citer = createCiter(dataset);
  const symmetric = createSymmetricTypes(knownTypes);
  const unread = { node: createTally(), edge: createTally() };
  let undirected = 0;

  function idOf(node: string): EntityId {
    return EntityId.parse(GLOBAL_ID.test(node) ? node : deriveId('e', [dataset, node]));
  }

  function tryToCite(source: CitedSource | undefined): Cited {
    try {
      return source === undefined ? { pieces: [] } : citer.cite(source);
    } catch (error) {
      if (!(error instanceof EntenteError)) throw error;
      return { pieces: [], problem: { column: error.fields[0]?.path ?? '', reason: error.message } };
    }
  }

  function toRow(edge: GraphEdge, cells: Map<string, string>, citation: Citation | undefined): SourceRow {
    const { source, target, type, file, line, raw, record } = edge;
    const isTurned = !edge.isDirected && (source.id ?? source.name) > (target.id ?? target.name);
    const [subject, object] = isTurned ? [target, source] : [source, target];
    const relation = type ?? cells.get('relation') ?? UNTYPED;
    if (!hasWords(relation)) unread.edge.add('labels that are numbers');
    cells.set('relation', hasWords(relation) ? relation : UNTYPED);
    cells.set('subject', subject.name).set('object', object.name);
    return { file, line, raw, record, cells, subject, object, citation };
  }

  return {
    idOf,
    toEntity: (node) => ({ id: idOf(node.id), ...describeNode(node, unread.node) }),
    toPieces: (edge) => {
      const { cells, source } = readFields(edge, unread.edge);
      const { pieces, citation, problem } = tryToCite(toSource(edge, source));
      const row = { ...toRow(edge, cells, citation), problem };
      if (edge.isDirected) return [...pieces, { kind: 'row', row }];
      undirected += 1;
      return [...pieces, ...symmetric.declare(row.cells.get('relation') ?? ''), { kind: 'row', row }];
    },
    notices: () => [
      ...(undirected === 0
        ? []
        : [
            `Undirected edges: ${undirected}. Each is one relation, and a type that only they use is symmetric.`,
          ]),
      ...noteTally('Not read from the nodes', unread.node),
      ...noteTally('Not read from the edges', unread.edge),
    ],
  };
}

/** Types that only edges without direction bring are symmetric; those that are known stay as they are. */
export function createSymmetricTypes(knownTypes: readonly RelationType[]) {
  const known = new Set<string>(knownTypes.flatMap(({ type, label }) => [type, label.toLowerCase()]));
  return {
    declare: (relation: string): readonly Piece[] => {
      const type = toTypeName(relation);
      if (known.has(type) || known.has(relation.toLowerCase())) return [];
      known.add(type);
      const label = relation;
      const rest = { plover: null, cameo: null, class: 'none', symmetric: true } as const;
      return [{ kind: 'type', type: { type, label, inverse: label, ...rest } }];
    },
  };
}

interface EdgeFields {
  readonly cells: Map<string, string>;
  readonly source: ReadonlyMap<string, string>;
}

function readFields({ attributes, type }: GraphEdge, unread: Tally): EdgeFields {
  const fields = type === undefined ? EDGE_FIELDS : EDGE_FIELDS_BUT_RELATION;
  const cells = new Map<string, string>();
  const source = new Map<string, string>();
  for (const [field, values] of readAttributes(attributes, fields, unread)) {
    const cell = values.find(isFull);
    if (cell !== undefined) (sourceFields.has(field) ? source : cells).set(field, cell.trim());
  }
  placeLink(cells, source, { attributes, unread });
  if (!placeCaption(cells, source)) unread.add(CAPTION);
  return { cells, source };
}

const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:|www\.|\/)\S+$|^\S+\.[a-z]{2,}(?:\/\S*)?$/iu;
const WORDS = /\p{L}{2,}\s+\p{L}/u;

/**
 * A `link` that is no address says beside `rel_type` what the relation is called, as the Offshore Leaks of the ICIJ have it, and otherwise
 * nothing that is read. The id of a source is its title where it is words.
 */
function placeLink(
  cells: Map<string, string>,
  source: Map<string, string>,
  { attributes, unread }: { readonly attributes: Attributes; readonly unread: Tally },
): void {
  const [link] = attributes.get('link') ?? [];
  const id = source.get('sourceid');
  if (link !== undefined && source.get('url') === link.trim() && !ADDRESS.test(link.trim())) {
    source.delete('url');
    if (attributes.has('rel_type') && hasWords(link)) cells.set('relation', link.trim());
    else unread.add('link');
  }
  if (id === undefined) return;
  if (WORDS.test(id) && !source.has('title')) source.set('title', id);
  else unread.add('source id');
}

/** The caption of an edge without a relation is what it says; beside words or an address it is the title of those; else it is not read. */
function placeCaption(cells: Map<string, string>, source: Map<string, string>): boolean {
  const caption = cells.get('caption');
  cells.delete('caption');
  if (caption === undefined) return true;
  if (['quote', 'url', 'reference'].some((field) => source.has(field))) source.set('title', caption);
  else if (cells.has('relation')) return false;
  else cells.set('relation', caption);
  return true;
}

/** An edge that carries words, or an address, has a source of its own. */
function toSource({ file, line }: GraphEdge, found: ReadonlyMap<string, string>): CitedSource | undefined {
  const reference = found.get('reference');
  const isAddress = reference !== undefined && /^https?:\/\//iu.test(reference);
  const url = found.get('url') ?? (isAddress ? reference : undefined);
  const title = found.get('title') ?? (isAddress ? undefined : reference);
  const quote = found.get('quote');
  if (quote === undefined && url === undefined && title === undefined) return undefined;
  const [author, publisher, published] = [
    found.get('author'),
    found.get('publisher'),
    found.get('published'),
  ];
  return { quote, url, title, author, publisher, published, file, line };
}
