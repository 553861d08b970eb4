import { printMapping } from '@/lib/model/mapping';

import { MappingQuestionError } from '../question-error';
import type { DatabaseReader } from './connect-reader';
import { PAGE_IDS, type DatabaseSurvey } from './database-survey';
import { describeFields } from './mapped-builder';
import { TEXT_LENGTHS } from './statements';

interface TextProperty {
  readonly label: string;
  readonly key: string;
  readonly length: number;
  /** How many of the values are there once only, from 0 to 1. */
  readonly distinct: number;
}

const SHOWN = 30;
const SHOWN_KEYS = 12;
/** A property of longer texts holds passages rather than names. */
const LONG_TEXT = 150;
const NAMES = ['name', 'title', 'label', 'caption', 'username', 'id'];
const LABELS = /^\(:(?<from>[^:]+)[^)]*\)-\[:(?<type>.+)\]->\(:(?<to>[^:)]+)/u;

/** Returns what the database holds, counted, with the command that says what is what. */
export async function askForMapping(
  reader: DatabaseReader,
  survey: DatabaseSurvey,
  command: string,
): Promise<MappingQuestionError> {
  const guess = guessMapping(survey, await measureTexts(reader, survey));
  const lines = [
    'No tool is known that stores a graph so, and what is what has to be said. Nothing was stored.',
    'Nodes:',
    ...describeLabels(survey),
    'Relationships:',
    ...describeCounts([...survey.patterns]),
    `If entities, texts and documents are these: ${command} --map ${printMapping({ columns: guess })}`,
    'It may say, each with one name or several with | between them:',
    ...describeFields(),
    'With --save-map the answer is kept for this database.',
  ];
  return new MappingQuestionError(lines.join('\n  '));
}

function describeLabels({ labels, counts, labelKeys }: DatabaseSurvey): readonly string[] {
  const sorted = [...labels].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const shown = sorted.slice(0, SHOWN).map((label) => {
    const keys = [...labelKeys].filter((key) => key.startsWith(`${label}.`)).sort();
    const names = keys
      .slice(0, SHOWN_KEYS)
      .map((key) => `${key.slice(label.length + 1)} (${counts.get(key) ?? 0})`);
    return `  ${label} (${counts.get(label) ?? 0}): ${names.join(', ')}${keys.length > SHOWN_KEYS ? ' …' : ''}`;
  });
  return sorted.length > SHOWN ? [...shown, `  and ${sorted.length - SHOWN} more labels`] : shown;
}

function describeCounts(counts: readonly (readonly [string, number])[]): readonly string[] {
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const shown = sorted.slice(0, SHOWN).map(([name, count]) => `  ${name} (${count})`);
  return sorted.length > SHOWN ? [...shown, `  and ${sorted.length - SHOWN} more sorts`] : shown;
}

/** Looks at the oldest nodes and at the newest. */
async function measureTexts(
  reader: DatabaseReader,
  { nodeIds }: DatabaseSurvey,
): Promise<readonly TextProperty[]> {
  const ids = [...new Set([...nodeIds.slice(0, PAGE_IDS), ...nodeIds.slice(-PAGE_IDS)])];
  const rows = await reader.read(TEXT_LENGTHS, { ids });
  return rows.map((row) => ({
    label: String(row.get('label')),
    key: String(row.get('key')),
    length: Number(row.get('length')),
    distinct: Number(row.get('different')) / Math.max(1, Number(row.get('count'))),
  }));
}

/** The best guess. It is never used without a person's word. */
function guessMapping(survey: DatabaseSurvey, texts: readonly TextProperty[]): Record<string, string> {
  const [longest] = texts.filter(({ length }) => length >= LONG_TEXT).sort((a, b) => b.length - a.length);
  const joined = longest === undefined ? [] : findJoined(survey, longest.label);
  const document = joined.find(({ label }) => /doc|file|report|article|source/iu.test(label));
  const mentions = joined.filter(({ label }) => label !== document?.label && label !== longest?.label);
  const titles = texts.filter(({ label }) => label === document?.label);
  const [title] = [...titles.filter(({ key }) => NAMES.includes(key.toLowerCase())), ...titles];
  const others = texts.filter(({ label }) => label !== longest?.label && label !== document?.label);
  const names = NAMES.flatMap((name) => others.filter(({ key }) => key.toLowerCase() === name));
  const best = names.length > 0 ? names : [...others].sort((a, b) => b.distinct - a.distinct).slice(0, 1);
  const pairs: [string, string][] = [
    ['name', [...new Set(best.map(({ key }) => key))].slice(0, 3).join('|') || 'name'],
    ['passage', longest === undefined ? '' : `${longest.label}.${longest.key}`],
    ['mentions', [...new Set(mentions.map(({ type }) => type))].join('|')],
    ['document', document === undefined ? '' : [document.label, ...(title ? [title.key] : [])].join('.')],
    ['part_of', document?.type ?? ''],
  ];
  return Object.fromEntries(pairs.filter(([, names]) => names !== ''));
}

/** Finds what is joined with nodes of a label, by the first label of each. */
function findJoined(
  { patterns }: DatabaseSurvey,
  label: string,
): readonly { readonly label: string; readonly type: string }[] {
  return [...patterns.keys()].flatMap((pattern) => {
    const { from, type, to } = LABELS.exec(pattern)?.groups ?? {};
    if (from === undefined || type === undefined || to === undefined) return [];
    if (from !== label && to !== label) return [];
    return [{ label: from === label ? to : from, type }];
  });
}
