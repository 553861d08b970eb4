/** Events of GDELT, as it publishes them or with a header as BigQuery exports them, and the mentions given with them. */
import path from 'node:path';

import { toSourceDocument } from '../../documents/cite-source';
import { openCameoIndex, type CameoIndex } from '../../names/cameo-index';
import { createRowCoder } from '../../names/code-rows';
import type { Meter } from '../../bytes/meter';
import { recognisedBy } from '../../recognise';
import { createTally, noteTally, type Tally } from '../../rows/tally';
import type { ColumnUse, Format, Piece, SourceRow } from '../../source';
import { findEventLayout, isOfOneActor, toEventRow, type EventLayout, type EventRecord } from './events';
import { readMentions, toPlace, type EventMention, type EventMentions } from './mentions';
import { readTable } from './read-table';

export { gdeltKnowledgeGraph, gdeltMentions } from './no-relations';

const columns: readonly ColumnUse[] = [
  { field: 'subject', column: 'Actor1Name' },
  { field: 'relation', column: 'EventCode' },
  { field: 'object', column: 'Actor2Name' },
  { field: 'start', column: 'Day' },
  { field: 'place', column: 'ActionGeo_FullName' },
  { field: 'url', column: 'SOURCEURL' },
];
const mentionColumns: readonly ColumnUse[] = [
  { field: 'url', column: 'MentionIdentifier' },
  { field: 'confidence', column: 'Confidence' },
];

const notice =
  'Not read from GDELT: the numbers (GoldsteinScale, NumMentions, NumSources, NumArticles, AvgTone), coordinates, and what actors are beyond name and code.';

export const gdelt: Format = {
  name: 'gdelt',
  title: 'an event export of GDELT',
  recognises: recognisedBy(
    "its columns are those of GDELT's events",
    ({ isFolder, text }) => !isFolder && findEventLayout(text) !== undefined,
  ),
  open: async (
    { path: file, name, text },
    { baseVocabulary, fallbackTypes, meter, signal, mentions = [] },
  ) => {
    const cameo = await openCameoIndex(baseVocabulary, fallbackTypes);
    const layout = findEventLayout(text);
    const dataset = path.basename(name, path.extname(name));
    const joined =
      layout === undefined || mentions.length === 0
        ? undefined
        : await readMentions(mentions, await readIds(file, layout), { dataset, signal });
    let lonely = createTally();
    return {
      files: [baseVocabulary, cameo.file, file, ...mentions].filter((each) => each !== undefined),
      columns: [...columns, ...(joined === undefined ? [] : mentionColumns)],
      notices: () => [
        notice,
        ...noteTally('Left out, since a relation is between two: events of one actor', lonely),
        ...(joined === undefined ? [] : noteOthers(name, joined)),
      ],
      rejects: joined?.rejects,
      pieces: () => {
        lonely = createTally();
        return layout === undefined
          ? nothing()
          : readPieces(file, layout, { cameo, dataset, joined, meter, lonely });
      },
    };
  },
};

/** What GDELT writes where it names no source. */
const UNKNOWN = 'unspecified';

async function readIds(file: string, layout: EventLayout): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for await (const records of readTable(file, layout, { noun: 'event' }))
    for (const { at } of records) ids.add(at('id'));
  ids.delete('');
  return ids;
}

function noteOthers(name: string, { others }: EventMentions): readonly string[] {
  if (others === 0) return [];
  return [`Mentions that are left out, since their events are not in ${name}: ${others}.`];
}

interface Context {
  readonly cameo: CameoIndex;
  readonly dataset: string;
  readonly joined: EventMentions | undefined;
  readonly meter: Meter;
  /** Events of one actor, by what happened. */
  readonly lonely: Tally;
}

async function* nothing(): AsyncGenerator<readonly Piece[]> {
  yield await Promise.resolve([]);
}

async function* readPieces(
  file: string,
  layout: EventLayout,
  { meter, lonely, ...context }: Context,
): AsyncGenerator<readonly Piece[]> {
  const code = createRowCoder(context.cameo);
  const known = new Set<string>();
  for await (const records of readTable(file, layout, { noun: 'event', meter })) {
    const rows = records.flatMap((record) => {
      const row = toEventRow(record, file, context.cameo);
      if (record.problem === undefined && isOfOneActor(row)) {
        lonely.add(nameEvent(row, context.cameo));
        return [];
      }
      return row.problem
        ? [{ kind: 'row', row } as const]
        : citeRow(row, listMentions(record, file, context), known);
    });
    yield code(rows);
  }
}

function nameEvent({ cells }: SourceRow, cameo: CameoIndex): string {
  const code = cells.get('relation') ?? '';
  const { relation = code, type } = cameo.find(code) ?? {};
  return type?.label ?? relation.toLowerCase().replaceAll('_', ' ');
}

/** The documents that report an event: those that mention it, and the one that the event itself names. */
function listMentions(
  { at, line }: EventRecord,
  file: string,
  { dataset, joined }: Pick<Context, 'dataset' | 'joined'>,
): readonly EventMention[] {
  const mentions = joined?.of(at('id')) ?? [];
  const url = at('url');
  if (url === '' || url === UNKNOWN) return mentions;
  const document = toSourceDocument({ ...toPlace(url), file, line }, dataset);
  if (mentions.some((mention) => mention.document.id === document.id)) return mentions;
  return [...mentions, { document, confidence: undefined }];
}

/** One row for each document; without any, the evidence is the line itself. */
function citeRow(row: SourceRow, mentions: readonly EventMention[], known: Set<string>): readonly Piece[] {
  if (mentions.length === 0) return [{ kind: 'row', row }];
  return mentions.flatMap(({ document, confidence }) => {
    const isNew = !known.has(document.id);
    known.add(document.id);
    const cells =
      confidence === undefined ? row.cells : new Map([...row.cells, ['confidence', `${confidence}%`]]);
    return [
      ...(isNew ? [{ kind: 'document', document } as const] : []),
      { kind: 'row', row: { ...row, cells, document: document.id } } as const,
    ];
  });
}
