import type { CitedSource } from '../../documents/cite-source';
import type { RdfContext, Saying } from './row-context';
import { toKey } from './to-key';

type Described = Omit<CitedSource, 'file' | 'line'>;

const ADDRESS = /^[a-z][a-z0-9+.-]*:[^\s]+$/iu;

/**
 * Returns the sources that annotations give, each with its quote; without any, the graph that the statement stands in.
 * @param saying - the statement and what annotations say of it
 * @param context - the file
 * @param cited - to which the documents and parts are added that are cited
 */
export function toSources(
  { statement, note }: Saying,
  context: RdfContext,
  cited: Set<string>,
): readonly CitedSource[] {
  const { graph } = statement.quad;
  const named = graph.termType === 'DefaultGraph' ? [] : [toKey(graph)];
  const sources = note?.get('source') ?? named;
  const quotes = note?.get('quote') ?? [];
  const count = Math.max(sources.length, quotes.length);
  return Array.from({ length: count }, (_, index) => {
    const source = sources[Math.min(index, sources.length - 1)];
    if (source !== undefined) cited.add(source);
    const described = source === undefined ? {} : toSource(source, context);
    return { ...described, quote: quotes[index], file: context.file, line: statement.line };
  });
}

/** Tells of texts that nothing was said to come from. */
export function noteUncited(
  { overview, resources }: RdfContext,
  cited: ReadonlySet<string>,
): readonly string[] {
  const left = [...overview.parts].filter(
    (key) => !cited.has(key) && resources.noteOf(key)?.has('text'),
  ).length;
  return left === 0 ? [] : [`${left} texts are the source of no relation here and were not stored.`];
}

function toSource(source: string, context: RdfContext): Described {
  if (!ADDRESS.test(source) && !source.startsWith('_:')) return { title: source };
  const way = toWay(source, context);
  const whole = way.at(-1) ?? source;
  const first = (field: Field): string | undefined => readField(whole, field, context);
  const parts = way.slice(0, -1).reverse();
  const place = parts.flatMap((part) => nameOf(part, context) ?? []).join(', ');
  return {
    url: whole.startsWith('_:') ? undefined : whole,
    title: nameOf(whole, context),
    summary: readField(source, 'text', context) ?? (place || toSummary(whole, context)),
    publisher: first('publisher'),
    author: first('author'),
    published: first('published'),
  };
}

/** From a part to the document that it is a part of. */
function toWay(source: string, { overview, resources }: RdfContext): readonly string[] {
  const way = new Set<string>();
  let next: string | undefined = source;
  while (next !== undefined && !way.has(next)) {
    way.add(next);
    next = overview.parts.has(next) ? resources.noteOf(next)?.get('source')?.[0] : undefined;
  }
  return [...way];
}

type Field = 'title' | 'summary' | 'text' | 'publisher' | 'author' | 'published';

function readField(key: string, field: Field, { resources }: RdfContext): string | undefined {
  const [value] = resources.noteOf(key)?.get(field) ?? [];
  return value === undefined ? undefined : (resources.find(value)?.name ?? value);
}

function nameOf(key: string, context: RdfContext): string | undefined {
  return readField(key, 'title', context) ?? context.resources.find(key)?.name;
}

function toSummary(key: string, context: RdfContext): string | undefined {
  return readField(key, 'summary', context) ?? context.resources.find(key)?.description;
}
