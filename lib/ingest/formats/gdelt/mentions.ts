/** GDELT's table of mentions (codebook of version 2.0): which articles report an event, and how sure GDELT is that they do. */
import path from 'node:path';

import type { Document } from '@/lib/model/document';
import type { Reject } from '@/lib/model/reject';

import { listFiles } from '../../bytes/list-files';
import { takeSample } from '../../bytes/take-sample';
import { unpackZip } from '../../bytes/unpack-zip';
import { toSourceDocument } from '../../documents/cite-source';
import { firstLineOf, layOut, readHeader, type Fields, type Layout } from './layout';
import { readTable, type GdeltRecord } from './read-table';

const fields = {
  id: [0, 'globaleventid'],
  seen: [2, 'mentiontimedate'],
  type: [3, 'mentiontype'],
  publisher: [4, 'mentionsourcename'],
  identifier: [5, 'mentionidentifier'],
  confidence: [11, 'confidence'],
  tone: [13, 'mentiondoctone'],
} as const satisfies Fields<string>;

type MentionField = keyof typeof fields;
type MentionLayout = Layout<MentionField>;
type MentionRecord = GdeltRecord<MentionField>;

const WIDTH = 16;
const ZIP = /\.zip$/iu;
/** MentionType: 1 is a page of the web, whose identifier is its address; others are known by a citation or a number of an archive. */
const WEB = '1';
const ADDRESS = /^https?:\/\//iu;
const MOMENT = /^(\d{4})(\d{2})(\d{2})\d{6}$/u;

/** A document that reports an event. */
export interface EventMention {
  readonly document: Document;
  /** In percent. */
  readonly confidence: number | undefined;
}

/** What files of mentions hold about some events. */
export interface EventMentions {
  readonly of: (event: string) => readonly EventMention[];
  /** Lines that cannot be read. */
  readonly rejects: readonly Reject[];
  /** How many mentions are of other events. */
  readonly others: number;
}

/** @returns how a table of mentions is laid out that begins so; undefined when it is none */
export function findMentionLayout(text: string): MentionLayout | undefined {
  const line = firstLineOf(text);
  const cells = line.split('\t');
  const isMoment = [1, 2].every((place) => MOMENT.test(cells[place] ?? ''));
  if (cells.length === WIDTH && isMoment && /^\d+$/u.test(cells[0] ?? '')) return layOut(WIDTH, fields);
  return readHeader(line, fields, (has) => has('id') && has('identifier'));
}

/**
 * Reads which documents report which events; what is held grows with the mentions of these events.
 *
 * @param files the tables of mentions
 * @param events the ids of the events that are wanted
 * @param options.dataset what documents without an address are told apart by
 * @param options.signal once aborted, nothing more is read
 */
export async function readMentions(
  files: readonly string[],
  events: ReadonlySet<string>,
  { dataset, signal }: { readonly dataset: string; readonly signal?: AbortSignal | undefined },
): Promise<EventMentions> {
  const found = new Map<string, Map<string, EventMention>>();
  const rejects: Reject[] = [];
  let others = 0;

  function take(record: MentionRecord, file: string): void {
    const { at, line, raw } = record;
    const problem = record.problem ?? (at('identifier') === '' ? 'the mention names no document' : undefined);
    if (problem !== undefined) rejects.push({ file, line, column: '', reason: problem, row: raw });
    else if (!events.has(at('id'))) others += 1;
    else addMention(found, at('id'), toMention(record, { file, dataset }));
  }

  for (const file of files)
    await withTables(file, async (table) => {
      const layout = findMentionLayout((await takeSample(table)).text);
      if (layout === undefined) return;
      for await (const records of readTable(table, layout, { noun: 'mention' })) {
        if (signal?.aborted) break;
        for (const record of records) take(record, file);
      }
    });
  return { of: (event) => [...(found.get(event)?.values() ?? [])], rejects, others };
}

/** GDELT packs each of its tables into a zip file. */
async function withTables(file: string, read: (table: string) => Promise<void>): Promise<void> {
  if (!ZIP.test(file)) {
    await read(file);
    return;
  }
  const { folder, close } = await unpackZip(file, path.basename(file, path.extname(file)));
  try {
    for (const name of await listFiles(folder)) await read(path.join(folder, name));
  } finally {
    await close();
  }
}

/** An article that reports an event in several sentences reports it as surely as in the surest of them. */
function addMention(
  found: Map<string, Map<string, EventMention>>,
  event: string,
  mention: EventMention,
): void {
  const mentions = found.get(event) ?? new Map<string, EventMention>();
  found.set(event, mentions);
  const before = mentions.get(mention.document.id);
  if (before === undefined || (before.confidence ?? 0) < (mention.confidence ?? 0))
    mentions.set(mention.document.id, mention);
}

function toMention(
  { at, line }: MentionRecord,
  { file, dataset }: { readonly file: string; readonly dataset: string },
): EventMention {
  const identifier = at('identifier');
  const place = at('type') === WEB ? { url: identifier } : toPlace(identifier);
  const document = toSourceDocument({ ...place, publisher: at('publisher'), file, line }, dataset);
  const note = toNote(at('tone'), at('seen'));
  const confidence = /^\d{1,3}$/u.test(at('confidence')) ? Number(at('confidence')) : undefined;
  return { document: note === '' ? document : { ...document, note }, confidence };
}

/** @returns what names a document of GDELT: an address, or else a citation */
export function toPlace(named: string): { readonly url: string } | { readonly title: string } {
  return ADDRESS.test(named) ? { url: named } : { title: named };
}

/** The moment is that of GDELT's own update, and not of publication. */
function toNote(tone: string, seen: string): string {
  const [, year, month, day] = MOMENT.exec(seen) ?? [];
  const number = Number(tone);
  return [
    ...(tone === '' || Number.isNaN(number) ? [] : [`tone ${number.toFixed(1)} by GDELT's measure`]),
    ...(year === undefined || month === undefined || day === undefined
      ? []
      : [`found by GDELT on ${year}-${month}-${day}`]),
  ].join(', ');
}
