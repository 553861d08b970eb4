/** Tables of GDELT that hold no relations by themselves. They are recognised, so that nothing is read into them. */
import { recognisedBy } from '../../recognise';
import type { Format, Piece } from '../../source';
import type { FileSample } from '../../bytes/take-sample';
import { firstLineOf, readHeader, type Fields } from './layout';
import { findMentionLayout } from './mentions';

/** Of the Global Knowledge Graph, versions 2.1 (27 columns without a header) and 1 (with one), and as BigQuery exports it. */
const GKG_WIDTH = 27;
const RECORD_ID = /^\d{14}-T?\d+$/u;
const gkgFields = {
  record: [0, 'gkgrecordid'],
  themes: [7, 'themes', 'v2themes'],
  persons: [11, 'persons', 'v2persons'],
  events: [0, 'cameoeventids'],
} as const satisfies Fields<string>;

export const gdeltKnowledgeGraph: Format = toEmptyFormat({
  name: 'gdelt-gkg',
  title: "GDELT's Global Knowledge Graph",
  because: "its columns are those of GDELT's Global Knowledge Graph",
  isIt: isKnowledgeGraph,
  tell: (name) =>
    `Nothing of ${name} was stored: it is GDELT's Global Knowledge Graph, which says what each article is about and whom it names, and holds no relations between them. Load GDELT's events instead (*.export.CSV), with their mentions (*.mentions.CSV).`,
});

export const gdeltMentions: Format = toEmptyFormat({
  name: 'gdelt-mentions',
  title: 'mentions of GDELT',
  because: "its columns are those of GDELT's mentions",
  isIt: ({ text }) => findMentionLayout(text) !== undefined,
  tell: (name) =>
    `Nothing of ${name} was stored: it says which articles report an event of GDELT, and not what the event is. Load it together with the events (*.export.CSV): both files in one command, or their folder.`,
});

function isKnowledgeGraph({ text }: FileSample): boolean {
  const line = firstLineOf(text);
  const [id = '', moment = ''] = line.split('\t', 2);
  if (line.split('\t').length === GKG_WIDTH && RECORD_ID.test(id) && /^\d{14}$/u.test(moment)) return true;
  const header = readHeader(
    line,
    gkgFields,
    (has) => (has('record') || has('events')) && (has('themes') || has('persons')),
  );
  return header !== undefined;
}

interface Empty {
  readonly name: string;
  readonly title: string;
  readonly because: string;
  readonly isIt: (sample: FileSample) => boolean;
  readonly tell: (file: string) => string;
}

function toEmptyFormat({ name, title, because, isIt, tell }: Empty): Format {
  return {
    name,
    title,
    recognises: recognisedBy(because, (sample) => !sample.isFolder && isIt(sample)),
    open: (sample) =>
      Promise.resolve({ files: [sample.path], notices: () => [tell(sample.name)], pieces: nothing }),
  };
}

async function* nothing(): AsyncGenerator<readonly Piece[]> {
  yield await Promise.resolve([]);
}
