/** A dataset that is made up, the same for the same numbers: every row is a piece of evidence of its own. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

interface DatasetShape {
  readonly rows: number;
  /** Rows beyond this number are about the relations of earlier rows. */
  readonly relations: number;
  /** Which of the people the rows are about: datasets with the same people overlap. */
  readonly name: string;
}

const PEOPLE = 60;
const UNDECLARED = 40;
const SENTENCES_PER_PARAGRAPH = 8;
const PARAGRAPHS_PER_DOCUMENT = 20;
/** Of so many rows, one cites only its own line. */
const BARE_EVERY = 5;

const relations = [
  { type: 'MET', verb: 'met' },
  { type: 'ACCUSED', verb: 'accused' },
  { type: 'PRAISED', verb: 'praised' },
  { type: 'WROTE_TO', verb: 'wrote to' },
  { type: 'VISITED', verb: 'visited' },
] as const;

interface Row {
  readonly cells: readonly string[];
  readonly sentence: string;
  readonly isBare: boolean;
}

/**
 * Writes a dataset with documents, quotes, mentions, denials, dates, declared and undeclared
 * people, and returns its folder.
 */
export async function writeDataset(parent: string, { rows, relations, name }: DatasetShape): Promise<string> {
  const folder = path.join(parent, name);
  await mkdir(path.join(folder, 'documents'), { recursive: true });
  const all = Array.from({ length: rows }, (_, number) => toRow(number, number % relations));
  const cited = all.filter(({ isBare }) => !isBare);
  const lines: string[] = [HEADER];
  let citedSoFar = 0;
  for (const { cells, sentence, isBare } of all) {
    lines.push([...cells, ...(isBare ? ['', '', ''] : [...placeOf(citedSoFar, name), sentence])].join(','));
    if (!isBare) citedSoFar += 1;
  }
  await writeFile(path.join(folder, 'dataset.json'), JSON.stringify({ id: name, title: name }));
  await writeFile(path.join(folder, 'triples.csv'), lines.join('\n'));
  await writeFile(path.join(folder, 'entities.csv'), toEntities());
  const documents = Math.ceil(cited.length / (SENTENCES_PER_PARAGRAPH * PARAGRAPHS_PER_DOCUMENT));
  for (let number = 0; number < documents; number += 1) {
    await writeFile(
      path.join(folder, 'documents', `${name}-${number}.md`),
      toDocument(
        number,
        cited.map(({ sentence }) => sentence),
      ),
    );
  }
  return folder;
}

const HEADER = 'subject,relation,object,about,start,stance,attributed_to,document,paragraph,quote';

function toRow(number: number, relation: number): Row {
  const { type, verb } = relations[relation % relations.length] ?? relations[0];
  const subject = nameOf(relation % PEOPLE);
  const isBare = number % BARE_EVERY === 0;
  const object = nameOf((relation * 7 + 1) % (PEOPLE + UNDECLARED));
  const day = String(1 + (relation % 28)).padStart(2, '0');
  const stance = number % 9 === 4 ? 'denies' : '';
  const speaker = number % 11 === 3 ? nameOf(number % PEOPLE) : '';
  return {
    cells: [subject, type, object, `matter ${relation}`, `2023-03-${day}`, stance, speaker],
    sentence: `In note ${number} ${subject} ${verb} ${object}.`,
    isBare,
  };
}

/** Digits are words of their own, so that no name is part of another. */
function nameOf(person: number): string {
  return `Person ${person}`;
}

function placeOf(cited: number, name: string): readonly [string, string] {
  const paragraph = Math.floor(cited / SENTENCES_PER_PARAGRAPH);
  const document = Math.floor(paragraph / PARAGRAPHS_PER_DOCUMENT);
  return [`${name}-${document}`, String((paragraph % PARAGRAPHS_PER_DOCUMENT) + 1)];
}

function toDocument(number: number, sentences: readonly string[]): string {
  const perDocument = SENTENCES_PER_PARAGRAPH * PARAGRAPHS_PER_DOCUMENT;
  const mine = sentences.slice(number * perDocument, (number + 1) * perDocument);
  const paragraphs: string[] = [];
  for (let at = 0; at < mine.length; at += SENTENCES_PER_PARAGRAPH) {
    paragraphs.push(`[${paragraphs.length + 1}] ${mine.slice(at, at + SENTENCES_PER_PARAGRAPH).join(' ')}`);
  }
  const front = ['---', `title: Notes ${number}`, 'publisher: The Press', 'published: 2023-04-01', '---'];
  return [...front, '', paragraphs.join('\n\n'), ''].join('\n');
}

function toEntities(): string {
  const rows = Array.from(
    { length: PEOPLE },
    (_, person) => `p${person},${nameOf(person)},person,Nr. ${person}`,
  );
  return ['id,name,kind,aliases', ...rows].join('\n');
}
