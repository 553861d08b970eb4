/** JSON-LD, with the contexts that it brings itself. Nothing is ever fetched: what a network would answer is no part of the file. */
import { EntenteError } from '@/lib/model/entente-error';

import type { Meter } from '../../bytes/meter';
import { isRecord } from '../../json/json-value';
import { openJson } from '../../json/read-json';
import { readWholeJson } from '../../json/read-whole-json';
import type { Tally } from '../../rows/tally';
import { explain, type RdfQuad, type RdfRecord } from './read-rdf';
import { toBase } from './read-rdf-xml';

/** A file of JSON-LD: one document, or one on each line. */
export interface JsonLdFile {
  readonly path: string;
  /** What addresses in it are relative to. */
  readonly name: string;
  readonly isLines: boolean;
}

interface Reading {
  readonly meter?: Meter | undefined;
  /** Where members are counted that the context does not explain. */
  readonly unexplained?: Tally | undefined;
}

/** What JSON-LD's processor tells while it reads. */
interface ProcessorEvent {
  readonly event?: { readonly code?: unknown; readonly details?: unknown } | undefined;
}

const PART = 1000;

/**
 * Reads JSON-LD. A document is held in memory, 256 MiB at most.
 *
 * @throws `invalid` for a context that would have to be fetched, for what is no JSON-LD, and what reading JSON throws
 */
export async function* readJsonLd(
  file: JsonLdFile,
  { meter, unexplained }: Reading = {},
): AsyncGenerator<readonly RdfRecord[]> {
  const { path, name, isLines } = file;
  const read = createReader(path, name, unexplained);
  if (!isLines) {
    const quads = await read.toQuads(await readWholeJson(path, meter), '');
    for (let at = 0; at < quads.length; at += PART)
      yield quads
        .slice(at, at + PART)
        .map((quad, place) => ({ kind: 'statement', quad, line: 1, record: at + place + 1, raw: undefined }));
    return;
  }
  const json = await openJson(path, 'lines');
  for await (const records of json.records(meter))
    for (const { line, raw, ...record } of records)
      yield record.problem === undefined
        ? toStatements(await read.toQuads(record.value, `${line}-`), line)
        : [{ kind: 'fault', line, raw, reason: record.problem }];
}

function toStatements(quads: readonly RdfQuad[], line: number): readonly RdfRecord[] {
  return quads.map((quad, at) => ({ kind: 'statement', quad, line, record: at + 1, raw: undefined }));
}

function createReader(path: string, name: string, unexplained: Tally | undefined) {
  const asked = new Set<string>();

  const documentLoader = (url: string): Promise<never> => {
    asked.add(url);
    return Promise.reject(new EntenteError('invalid', `${url} is not fetched`));
  };

  const eventHandler = ({ event }: ProcessorEvent): void => {
    const details = isRecord(event?.details) ? event.details : {};
    const { property } = details;
    if (event?.code === 'invalid property' && typeof property === 'string') unexplained?.add(property);
  };

  return {
    /** @param prefix tells the blank nodes of one document from those of others */
    toQuads: async (value: unknown, prefix: string): Promise<readonly RdfQuad[]> => {
      if (!isRecord(value) && !Array.isArray(value))
        throw new EntenteError('invalid', `${path} is no JSON-LD: it holds neither an object nor a list.`);
      try {
        // Loaded when it is needed: it costs 20 MB and a tenth of a second.
        const { default: jsonld } = await import('jsonld');
        const options = { documentLoader, eventHandler, base: toBase(name) };
        const found: unknown = await jsonld.toRDF(value, options);
        return Array.isArray(found) ? found.flatMap((quad) => toQuad(quad, prefix)) : [];
      } catch (error) {
        throw new EntenteError('invalid', tellFailure(path, asked, error), { cause: error });
      }
    },
  };
}

function tellFailure(path: string, asked: ReadonlySet<string>, error: unknown): string {
  const [url] = asked;
  if (url === undefined) return `${path} cannot be read as JSON-LD: ${explain(error)}.`;
  return `${path} takes its context from ${url}, and nothing is fetched from the network here, so nothing was stored. Put the context itself into the file in place of the address, or convert the file to N-Quads where there is a network (jsonld format --format nquads).`;
}

interface ProcessorTerm {
  readonly termType: string;
  readonly value: string;
}

/** Returns a statement whose blank nodes belong to its document. */
function toQuad(quad: unknown, prefix: string): readonly RdfQuad[] {
  if (!isRecord(quad)) return [];
  const [subject, predicate, object, graph] = ['subject', 'predicate', 'object', 'graph'].map((part) =>
    toTerm(quad[part], prefix),
  );
  return subject && predicate && object && graph ? [{ subject, predicate, object, graph }] : [];
}

function toTerm(term: unknown, prefix: string): ProcessorTerm | undefined {
  if (!isRecord(term)) return undefined;
  const { termType, value, language, datatype } = term;
  if (typeof termType !== 'string' || typeof value !== 'string') return undefined;
  const type = isRecord(datatype) && typeof datatype['value'] === 'string' ? datatype['value'] : undefined;
  return {
    termType,
    value: termType === 'BlankNode' ? prefix + value.replace(/^_:/u, '') : value,
    ...(typeof language === 'string' && { language }),
    ...(type !== undefined && { datatype: { value: type } }),
  };
}
