import type { Span } from '@/lib/model/span';

/** A passage with more code points than this is folded. */
export const FOLDED_OVER = 1200;
/** Sentences longer than this are cut: text without full stops would be shown whole. */
const WINDOW_MAX = 700;
/** What is shown on either side of marks that stand in no sentence of bearable length. */
const AROUND = 160;

/** What a passage is cited for; all spans are code points. */
interface Wanted {
  /** Where the two ends are named. For one entity, both are the same. */
  readonly ends: readonly [readonly Span[], readonly Span[]];
  readonly quote?: Span | undefined;
}

/**
 * The part of a long passage to read first: the sentence that names both ends or, where none does, the shortest run of sentences with both.
 * Where there is a quote, that part has to hold it; else it is the quote's own sentences. Failing both, the first sentence that names one
 * of the ends, or the beginning.
 *
 * @param text - the passage
 * @param wanted - where it names the ends, and what is quoted
 * @returns the part in code points, never all of the passage; undefined for a passage that is short enough to be shown whole.
 */
export function bestWindow(text: string, wanted: Wanted): Span | undefined {
  const points = Array.from(text);
  if (points.length <= FOLDED_OVER) return undefined;
  const sentences = toSentences(text);
  const stretch = pickStretch(sentences, keepInside(wanted, points.length));
  const window = stretch ? toWindow(sentences, stretch) : startOf(sentences);
  const { start, end } = tidy(points, window, stretch ?? { start: window.start, end: window.start });
  return end - start >= points.length ? undefined : { start, end };
}

/** Leaves out what lies outside the text, and a quote of nearly all of it, which points at nothing. */
function keepInside({ ends, quote }: Wanted, length: number): Wanted {
  const isInside = ({ start, end }: Span) => start >= 0 && start < end && end <= length;
  const [one, other] = ends;
  const points = quote && isInside(quote) && quote.end - quote.start <= FOLDED_OVER;
  return {
    ends: [one.filter(isInside).sort(byPlace), other.filter(isInside).sort(byPlace)],
    quote: points ? quote : undefined,
  };
}

/** The marks that are to be seen: those of both ends, the quote, one of the ends, or none. */
function pickStretch(sentences: readonly Span[], { ends: [one, other], quote }: Wanted): Span | undefined {
  const both = pairs(one, other);
  if (!quote) return shortest(sentences, both) ?? [...one, ...other].sort(byPlace)[0];
  const best = shortest(
    sentences,
    both.filter((each) => touches(toSentenceRun(sentences, each), quote)),
  );
  return best ? join(best, quote) : quote;
}

/** Of each mark of one end, the stretches to the nearest of the other before and behind it: the shortest of all is among them. */
function pairs(one: readonly Span[], other: readonly Span[]): readonly Span[] {
  return one.flatMap((mark) => {
    const before = other.findLast(({ start }) => start <= mark.start);
    const behind = other.find(({ start }) => start >= mark.start);
    return [before, behind].flatMap((each) => (each ? [join(mark, each)] : []));
  });
}

/** The stretch in the fewest sentences, then the shortest, then the first. */
function shortest(sentences: readonly Span[], stretches: readonly Span[]): Span | undefined {
  const rank = (stretch: Span) =>
    sentences.filter((sentence) => touches(sentence, stretch)).length * 1e7 + stretch.end - stretch.start;
  return stretches
    .map((stretch) => ({ stretch, rank: rank(stretch) }))
    .sort((a, b) => a.rank - b.rank || byPlace(a.stretch, b.stretch))[0]?.stretch;
}

/** The whole sentences of a stretch or, where these are too long, the stretch with a little on either side. */
function toWindow(sentences: readonly Span[], stretch: Span): Span {
  const run = toSentenceRun(sentences, stretch);
  if (run.end - run.start <= Math.max(WINDOW_MAX, stretch.end - stretch.start)) return run;
  return {
    start: Math.max(run.start, stretch.start - AROUND),
    end: Math.min(run.end, stretch.end + AROUND),
  };
}

function toSentenceRun(sentences: readonly Span[], stretch: Span): Span {
  return sentences.filter((sentence) => touches(sentence, stretch)).reduce(join, stretch);
}

/** The first sentences, as many as fit. */
function startOf(sentences: readonly Span[]): Span {
  const end = sentences.findLast((sentence) => sentence.end <= WINDOW_MAX)?.end ?? WINDOW_MAX;
  return { start: 0, end };
}

function toSentences(text: string): readonly Span[] {
  let end = 0;
  return [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)].map(({ segment }) => {
    const start = end;
    end += Array.from(segment).length;
    return { start, end };
  });
}

/** Tears no word at the borders of a window, and takes the white space off them; what is to be seen stays. */
function tidy(points: readonly string[], window: Span, kept: Span): Span {
  const isSpace = (at: number) => (points[at] ?? '').trim() === '';
  const isTorn = (at: number) => at > 0 && !isSpace(at - 1) && !isSpace(at);
  let { start, end } = window;
  while (start < kept.start && isTorn(start)) start += 1;
  while (end > kept.end && isTorn(end)) end -= 1;
  while (start < kept.start && isSpace(start)) start += 1;
  while (end > kept.end && isSpace(end - 1)) end -= 1;
  return { start, end };
}

function join(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

function touches(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}
