/** Triples as REBEL and mREBEL write them, one behind the other in one text. */

/** An end: its name, and the class that mREBEL gives it. */
export interface RebelEnd {
  readonly name: string;
  readonly label: string;
}

export type RebelTriple =
  | { readonly subject: RebelEnd; readonly relation: string; readonly object: RebelEnd; readonly raw: string }
  | { readonly problem: string; readonly raw: string };

const TRIPLET = '<triplet>';
/** What the model adds of its own; mREBEL names the language too: "tp_XX", "__en__". */
const SPECIAL = /<\/?s>|<pad>|\btp_XX\b|__[a-z]{2,3}__/gu;
const MARK = /<(?<mark>[a-z]+)>/gu;
/** Of REBEL, which gives no classes. */
const SUBJECT = 'subj';
const OBJECT = 'obj';

/** Whether a text begins as such triples do. */
export function isLinearised(text: string): boolean {
  const bare = text.replace(SPECIAL, '').trim();
  return bare.startsWith(TRIPLET) && /<triplet>[^<]+<[a-z]+>[^<]+<[a-z]+>[^<]+/u.test(bare);
}

/**
 * Reads the triples of a line: behind `<triplet>` stands a subject, then for each relation of it `<subj>`, the object, `<obj>` and the
 * relation. mREBEL has the classes of both ends in place of these marks.
 */
export function readTriples(line: string): readonly RebelTriple[] {
  const [before = '', ...groups] = line.replace(SPECIAL, '').split(TRIPLET);
  const stray = before.trim();
  return [
    ...(stray === '' ? [] : [{ problem: 'it stands before the first <triplet>', raw: stray }]),
    ...groups.flatMap(readGroup),
  ];
}

function readGroup(group: string): readonly RebelTriple[] {
  const marks = [...group.matchAll(MARK)].map(({ groups }) => groups?.['mark'] ?? '');
  const [subject = '', ...parts] = group
    .split(MARK)
    .filter((_, at) => at % 2 === 0)
    .map((part) => part.trim());
  const raw = `${TRIPLET} ${group.trim()}`;
  if (parts.length === 0) return [{ problem: INCOMPLETE, raw }];
  const triples: RebelTriple[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const [object = '', relation = ''] = parts.slice(at, at + 2);
    const isWhole = [subject, object, relation].every((part) => part !== '');
    const ends = {
      subject: { name: subject, label: toLabel(marks[at]) },
      object: { name: object, label: toLabel(marks[at + 1]) },
    };
    triples.push(isWhole ? { ...ends, relation, raw } : { problem: INCOMPLETE, raw });
  }
  return triples;
}

const INCOMPLETE =
  'the triple has no subject, object or relation; the model’s answer was cut off, or is no triple';

function toLabel(mark = ''): string {
  return mark === SUBJECT || mark === OBJECT ? '' : mark;
}
