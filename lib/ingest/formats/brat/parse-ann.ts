/** The stand-off lines of brat: text-bound marks, relations, events, attributes and equivalences. */
import { sliceCodePoints } from '@/lib/model/text-offsets';

import type { AnnotatedRelation, AnnotatedSpan, AnnotationFault } from '../../annotations/annotated-text';

/** What the lines of an `.ann` file say about its text. */
export interface AnnotatedLines {
  readonly spans: readonly AnnotatedSpan[];
  readonly relations: readonly AnnotatedRelation[];
  readonly faults: readonly AnnotationFault[];
  readonly unread: readonly string[];
}

interface AnnLine {
  readonly id: string;
  readonly type: string;
  readonly args: readonly string[];
  readonly words: string | undefined;
  readonly raw: string;
  readonly place: { readonly file: string; readonly line: number };
}

interface Argument {
  readonly role: string;
  readonly id: string;
}

const NEGATED = /^(?:negat|neg$|not$)/iu;
const NEGATIVE = /^(?:neg|false$|no$)/iu;
const SPECULATED = /^(?:speculat|uncertain|hypothe|hedg|possib)/iu;
const UNREAD: ReadonlyMap<string, string> = new Map([
  ['#', 'notes'],
  ['N', 'normalisations'],
]);

/**
 * Reads stand-off lines.
 *
 * @param ann - the text of the `.ann` file, and its path
 * @param text - the text that they are about, in which pieces of divided marks are looked up
 */
export function parseAnn(
  { ann, file }: { readonly ann: string; readonly file: string },
  text: string,
): AnnotatedLines {
  const lines = ann.split(/\r?\n/u).flatMap((raw, at) => toLine(raw, { file, line: at + 1 }));
  const of = (letters: string): readonly AnnLine[] =>
    lines.filter(({ id }) => letters.includes(id.charAt(0)));
  const events = of('E').map((line) => ({
    line,
    all: [toArgument(line.type), ...line.args.map(toArgument)],
  }));
  const triggers = new Set(events.flatMap(({ all: [trigger] }) => trigger?.id ?? []));
  const groups = toGroups(of('*'));
  const marks = new Map(of('T').map((line) => [line.id, toSpan(line, text, groups)]));
  const attributes = of('AM');
  const toRelation = createRelationMaker(attributes);
  const known = [...marks.values()].flatMap((mark) => ('span' in mark ? [mark.span] : []));
  const spans = [
    ...known.filter(({ id }) => !triggers.has(id)),
    ...events.flatMap(({ line, all: [trigger] }) => {
      const mark = known.find(({ id }) => id === trigger?.id);
      return mark ? [{ ...mark, id: line.id, group: line.id, isTrigger: true }] : [];
    }),
  ];
  return {
    spans,
    relations: [
      ...of('R').map((line) => {
        const [from, to] = line.args.map(toArgument);
        return toRelation(line, { from: from?.id, to: to?.id, label: line.type });
      }),
      ...events.flatMap(({ line, all: [, ...args] }) =>
        args.map(({ role, id }) =>
          toRelation(line, { from: line.id, to: id, label: `has the ${toRole(role)}` }),
        ),
      ),
    ],
    faults: [...marks.values()]
      .flatMap((mark) => ('fault' in mark ? [mark.fault] : []))
      .concat(findBroken(lines)),
    unread: lines.flatMap(({ id }) => UNREAD.get(id.charAt(0)) ?? []).concat(noteAttributes(attributes)),
  };
}

function toLine(raw: string, place: AnnLine['place']): readonly AnnLine[] {
  if (raw.trim() === '') return [];
  const [id = '', middle = '', words] = raw.split('\t');
  const [type = '', ...args] = middle.trim().split(/\s+/u);
  return [{ id, type, args, words, raw, place }];
}

function findBroken(lines: readonly AnnLine[]): readonly AnnotationFault[] {
  return lines
    .filter(({ id, type }) => !/^(?:[TREAMN#]\S+|\*)$/u.test(id) || type === '')
    .map(({ raw, place }) => ({
      column: '',
      reason: 'it is not a line of brat: an id such as T1, R1 or E1, a tab, and what it says',
      raw,
      place,
    }));
}

function toArgument(text: string): Argument {
  const at = text.indexOf(':');
  return { role: text.slice(0, Math.max(at, 0)), id: text.slice(at + 1) };
}

/** "Theme2" is another theme. */
function toRole(role: string): string {
  return role
    .replace(/\d+$/u, '')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replaceAll('_', ' ')
    .toLowerCase();
}

/** The first mark of those that mean the same, by each. */
function toGroups(equivalences: readonly AnnLine[]): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  for (const { args } of equivalences) {
    const known = new Set(args.flatMap((id) => groups.get(id) ?? []));
    const [group = args[0] ?? ''] = known;
    for (const [id, other] of groups) if (known.has(other)) groups.set(id, group);
    for (const id of args) groups.set(id, group);
  }
  return groups;
}

type Mark = { readonly span: AnnotatedSpan } | { readonly fault: AnnotationFault };

function toSpan(
  { id, type, args, words, raw, place }: AnnLine,
  text: string,
  groups: ReadonlyMap<string, string>,
): Mark {
  const pieces = args
    .join(' ')
    .split(';')
    .map((piece) => piece.trim().split(' ').map(Number));
  const [start, end] = [pieces[0]?.[0], pieces.at(-1)?.[1]];
  const span = { id, label: type, start, end, group: groups.get(id), raw, place };
  if (pieces.length === 1) return { span: { ...span, quote: words } };
  const joined = pieces.map(([from = 0, to = 0]) => sliceCodePoints(text, from, to)).join(' ');
  if (squeeze(joined) === squeeze(words ?? joined)) return { span: { ...span, name: joined } };
  const reason = `the text at the mark's offsets is '${joined.slice(0, 60)}', not its words; correct the offsets`;
  return { fault: { column: 'span', reason, raw, place } };
}

function squeeze(words: string): string {
  return words.replace(/\s+/gu, '');
}

interface Ends {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly label: string;
}

function createRelationMaker(attributes: readonly AnnLine[]) {
  const negated = new Set(attributes.filter(isNegation).flatMap(({ args: [id] }) => id ?? []));
  const speculated = new Set(attributes.filter(isSpeculation).flatMap(({ args: [id] }) => id ?? []));
  return ({ id, raw, place }: AnnLine, { from = '', to = '', label }: Ends): AnnotatedRelation => ({
    from,
    to,
    label,
    stance: negated.has(id) ? 'denies' : undefined,
    modality: speculated.has(id) ? 'hypothetical' : undefined,
    raw,
    place,
  });
}

/** `Negation E1`, or `Polarity E1 Negative`. */
function isNegation({ type, args: [, value] }: AnnLine): boolean {
  if (value === undefined) return NEGATED.test(type);
  return NEGATED.test(type)
    ? !NEGATIVE.test(value) || NEGATED.test(value)
    : /^polarity$/iu.test(type) && NEGATIVE.test(value);
}

function isSpeculation({ type, args: [, value] }: AnnLine): boolean {
  return SPECULATED.test(type) ? value === undefined || !NEGATIVE.test(value) : SPECULATED.test(value ?? '');
}

/** Attributes that say something else, or are about a mark and no relation. */
function noteAttributes(attributes: readonly AnnLine[]): readonly string[] {
  return attributes
    .filter((line) => !(isNegation(line) || isSpeculation(line)) || !/^[ER]/u.test(line.args[0] ?? ''))
    .map(({ type }) => `attributes ${type}`);
}
