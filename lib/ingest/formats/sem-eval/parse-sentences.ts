/** The records of SemEval-2010, task 8: a sentence with two marked ends, and on the next lines their relation and a comment. */
import { toCodePointOffset } from '@/lib/model/text-offsets';

import type { AnnotatedRelation, AnnotatedSpan } from '../../annotations/annotated-text';

interface MarkedSentence {
  readonly line: number;
  readonly raw: string;
  readonly text: string;
  readonly spans: readonly AnnotatedSpan[];
  readonly relations: readonly AnnotatedRelation[];
  readonly unread: readonly string[];
}

/** A line that cannot be used, and why. */
interface BrokenSentence {
  readonly line: number;
  readonly raw: string;
  readonly problem: string;
}

export type SentenceRecord = MarkedSentence | BrokenSentence;

/** A sentence's number and words. */
export const SENTENCE = /^\d+\t+"?(?<words>.*?<e[12]>.*?<\/e[12]>.*?<e[12]>.*?<\/e[12]>.*?)"?\s*$/u;
const NUMBERED = /^\d+\t/u;
const RELATION = /^(?<label>[^()]+)\((?<from>e[12]),\s*(?<to>e[12])\)$/u;
const COMMENT = 'Comment:';
const OTHER = 'Other';
const TAG = /<(\/?)(e[12])>/gu;

/** Reads the lines of a file. */
export function parseSentences(text: string): readonly SentenceRecord[] {
  const records: SentenceRecord[] = [];
  for (const [at, given] of text.split(/\r?\n/u).entries()) {
    const raw = given.trimEnd();
    if (raw.trim() === '' || raw.startsWith(COMMENT)) continue;
    const sentence = readSentence(raw, at + 1);
    const last = records.at(-1);
    const related = sentence === undefined && last !== undefined ? relate(last, raw.trim()) : undefined;
    if (related) records.splice(-1, 1, related);
    else records.push(sentence ?? { line: at + 1, raw, problem: NO_RELATION });
  }
  return records;
}

function readSentence(raw: string, line: number): SentenceRecord | undefined {
  const words = SENTENCE.exec(raw)?.groups?.['words'];
  if (words !== undefined) return { line, raw, ...readWords(words), relations: [], unread: [] };
  return NUMBERED.test(raw) ? { line, raw, problem: NO_ENDS } : undefined;
}

const NO_ENDS = 'the sentence has no <e1> and <e2> with their ends; mark both';
const NO_RELATION = 'it is neither a sentence nor a relation such as Cause-Effect(e1,e2); mend the line';

/** The line of a sentence that cannot be used goes with it. */
function relate(sentence: SentenceRecord, raw: string): SentenceRecord | undefined {
  if ('problem' in sentence) return sentence;
  if (sentence.relations.length + sentence.unread.length > 0) return undefined;
  if (raw === OTHER) return { ...sentence, unread: ['pairs with some other relation (Other)'] };
  const { label, from, to } = RELATION.exec(raw)?.groups ?? {};
  if (label === undefined || from === undefined || to === undefined) return undefined;
  return { ...sentence, relations: [{ from, to, label, raw }] };
}

/** Takes the tags out; what they mark stands where they stood. */
function readWords(words: string): Pick<MarkedSentence, 'text' | 'spans'> {
  const places = new Map<string, { start?: number; end?: number }>();
  let text = '';
  let behind = 0;
  for (const match of words.matchAll(TAG)) {
    text += words.slice(behind, match.index);
    behind = match.index + match[0].length;
    const [, slash, id = ''] = match;
    const place = places.get(id) ?? {};
    places.set(id, place);
    const offset = toCodePointOffset(text, text.length);
    if (slash === '') place.start = offset;
    else place.end = offset;
  }
  text += words.slice(behind);
  const spans = [...places].map(([id, { start, end }]) => ({ id, label: '', start, end, raw: words }));
  return { text, spans };
}
