/** What predicates of RDF mean here. Well-known ones by namespace and name; on annotations and graphs, any by its name. */
export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const FOAF = 'http://xmlns.com/foaf/0.1/';
const OWL = 'http://www.w3.org/2002/07/owl#';
const DC = 'http://purl.org/dc/elements/1.1/';
const DCT = 'http://purl.org/dc/terms/';
const PROV = 'http://www.w3.org/ns/prov#';
const OA = 'http://www.w3.org/ns/oa#';
const DBO = 'http://dbpedia.org/ontology/';
const WIKIDATA_PROP = 'http://www.wikidata.org/prop/';
const WDT = `${WIKIDATA_PROP}direct/`;
export const WIKIDATA_ENTITY = 'http://www.wikidata.org/entity/';
const WIKIBASE = 'http://wikiba.se/ontology#';
/** What Wikidata has beside its entities: statements, references and values, each a node. */
const WIKIDATA_NODE = /^https?:\/\/www\.wikidata\.org\/(?:entity\/statement|reference|value)\//u;
const schemas = ['http://schema.org/', 'https://schema.org/'];

/**
 * What a predicate does for the resource that it describes. `schema`: it describes classes and properties, or annotates; it is told.
 * `qualified`: it is Wikidata's long form of what a direct statement says too, with rank and references; it is told.
 */
export type Role = 'name' | 'alias' | 'description' | 'kind' | 'same' | 'list' | 'schema' | 'qualified';

const roles: ReadonlyMap<string, Role> = new Map([
  ...withRole('name', [
    ...[`${RDFS}label`, `${SKOS}prefLabel`, `${FOAF}name`, `${DC}title`, `${DCT}title`],
    ...schemas.map((schema) => `${schema}name`),
  ]),
  ...withRole('alias', [
    ...[`${SKOS}altLabel`, `${SKOS}hiddenLabel`, `${FOAF}nick`, `${DBO}alias`, `${DCT}alternative`],
    ...schemas.map((schema) => `${schema}alternateName`),
  ]),
  ...withRole('description', [
    ...[`${RDFS}comment`, `${DCT}description`, `${DC}description`, `${DCT}abstract`, `${DBO}abstract`],
    ...[`${SKOS}definition`, ...schemas.map((schema) => `${schema}description`)],
  ]),
  ...withRole('kind', [`${RDF}type`, `${WDT}P31`]),
  ...withRole('same', [`${OWL}sameAs`, `${SKOS}exactMatch`, ...schemas.map((schema) => `${schema}sameAs`)]),
  ...withRole('list', [`${RDF}first`, `${RDF}rest`]),
  ...withRole('schema', [
    ...['domain', 'range', 'subClassOf', 'subPropertyOf', 'isDefinedBy'].map((name) => RDFS + name),
  ]),
]);

/** Namespaces whose statements are about classes, properties and selectors. */
const schemaNamespaces = [OWL, OA, RDFS];
const schemaClasses = /(?:rdf-schema#|owl#|rdf-syntax-ns#|ns\/oa#)\w+$/u;

function withRole(role: Role, predicates: readonly string[]): readonly (readonly [string, Role])[] {
  return predicates.map((predicate) => [predicate, role]);
}

/** Returns what a predicate does; undefined for a relation or a value. */
export function roleOf(predicate: string): Role | undefined {
  const known = roles.get(predicate);
  if (known !== undefined || predicate === `${RDFS}seeAlso`) return known;
  if (predicate.startsWith(WIKIDATA_PROP)) return predicate.startsWith(WDT) ? undefined : 'qualified';
  if (predicate.startsWith(WIKIBASE)) return 'qualified';
  return schemaNamespaces.some((namespace) => predicate.startsWith(namespace)) ? 'schema' : undefined;
}

/** Returns the resource by which Wikidata describes a predicate, or the predicate itself. */
export function describedBy(predicate: string): string {
  return predicate.startsWith(WDT) ? WIKIDATA_ENTITY + predicate.slice(WDT.length) : predicate;
}

/** Whether a resource is a part of Wikidata's long form of statements. */
export function isWikidataNode(iri: string): boolean {
  return WIKIDATA_NODE.test(iri);
}

/** Whether it is a property of Wikidata. */
export function isWikidataProperty(iri: string): boolean {
  return iri.startsWith(`${WIKIDATA_ENTITY}P`);
}

/** Whether what has this class is a class, a property, a list or an annotation, and so no entity. */
export function isSchemaClass(iri: string): boolean {
  return schemaClasses.test(iri);
}

/** What an annotation of a statement, or a description of a graph, says. */
const noteFields = [
  'source',
  'quote',
  'text',
  'remark',
  'title',
  'summary',
  'publisher',
  'author',
  'published',
  'start',
  'end',
  'about',
  'place',
  'modality',
  'stance',
  'attributed_to',
] as const;
export type NoteField = (typeof noteFields)[number];

const words: Record<NoteField, string> = {
  source:
    'wasQuotedFrom wasDerivedFrom hadPrimarySource isBasedOn source hasSource citation reference url document',
  quote: 'exact quote quotation sentence',
  text: 'text value sourceText chars isString articleBody',
  remark: 'comment',
  title: 'title label name prefLabel',
  summary: 'description abstract',
  publisher: 'publisher',
  author: 'creator author',
  published: 'date issued created datePublished published',
  start: 'start startDate startTime startedAtTime validFrom from when P580 P585',
  end: 'end endDate endTime endedAtTime validTo until P582',
  about: 'about',
  place: 'place location atLocation',
  modality: 'modality',
  stance: 'stance',
  attributed_to: 'wasAttributedTo attributedTo attributed_to',
};
const fields: ReadonlyMap<string, NoteField> = new Map(
  noteFields.flatMap((field) => words[field].split(' ').map((word) => [word, field] as const)),
);

/** Of an annotation: a date is when it happened, and a text or remark words that say it; of a graph they are what they say. */
const onStatements: ReadonlyMap<NoteField, NoteField> = new Map([
  ['published', 'start'],
  ['text', 'quote'],
  ['remark', 'quote'],
]);
const onGraphs: ReadonlyMap<NoteField, NoteField> = new Map([
  ['quote', 'text'],
  ['remark', 'summary'],
]);

/** A date of a collection is not that of each fact in it, nor is its place. */
const onHolders: ReadonlySet<NoteField> = new Set(['source', 'attributed_to']);

/** Returns the field that a predicate of an annotation, of a holder of statements or of a graph fills, if any. */
export function noteFieldOf(predicate: string, on: 'statement' | 'holder' | 'graph'): NoteField | undefined {
  const field = fields.get(localNameOf(predicate));
  if (on === 'holder') return field && onHolders.has(field) ? field : undefined;
  return field && ((on === 'statement' ? onStatements : onGraphs).get(field) ?? field);
}

const nameParts: ReadonlyMap<string, 'given' | 'family'> = new Map([
  ...['givenName', 'firstName', 'givenname', 'given_name', 'given-name'].map(
    (word) => [word, 'given'] as const,
  ),
  ...['familyName', 'lastName', 'surname', 'family_name', 'family-name'].map(
    (word) => [word, 'family'] as const,
  ),
]);

/** Returns which part of a name the predicate of a value gives, if any. */
export function namePartOf(predicate: string): 'given' | 'family' | undefined {
  return nameParts.get(localNameOf(predicate));
}

/**
 * Returns what follows the last `#`, `/` or `:` of an IRI, decoded; the whole IRI when nothing
 * does.
 */
export function localNameOf(iri: string): string {
  const name = iri.replace(/[#/:]+$/u, '').replace(/^.*[#/:]/su, '');
  return name === '' ? iri : decode(name);
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** What ties a collection of statements to each that it holds. */
const holding = new Set(['contains', 'reifies', 'hadMember', 'hasPart']);

/** Whether a predicate says that its subject holds its object. */
export function isHolding(predicate: string): boolean {
  return holding.has(localNameOf(predicate));
}

const partClass = /^(?:Text)?(?:Chunk|Page|Section|Paragraph|Passage|Sentence)$|^TextUnit$/u;

/** Whether what has this class is a part of a document. */
export function isPartClass(iri: string): boolean {
  return partClass.test(localNameOf(iri));
}

/** Returns what PROV's predicate is called, or undefined for another's. */
export function provNameOf(predicate: string): string | undefined {
  return predicate.startsWith(PROV) ? predicate.slice(PROV.length) : undefined;
}
