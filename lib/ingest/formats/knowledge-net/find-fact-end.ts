import { deriveId } from '@/lib/model/derive-id';
import type { Entity } from '@/lib/model/entity';
import { EntityId } from '@/lib/model/ids';
import type { Span } from '@/lib/model/span';
import { sliceCodePoints } from '@/lib/model/text-offsets';

import { refuseCell } from '../../rows/check-cell';
import type { FactEnd, FactPassage } from './record';
import type { FactType } from './types';
import { fitSpan } from '../../spans/fit-span';
import { isName } from '../../names/is-name';
import { toId } from '../../json/json-party';
import { toPassageText } from '../../documents/passage-pieces';
import type { Named, NamedMention } from '../../source';
import type { SpanTally } from '../../spans/span-tally';
import type { FactSurvey } from './survey-facts';
import { widenSpan } from '../../spans/widen-span';

/** An end of a fact, found in its passage. */
export interface FoundEnd extends NamedMention {
  /** The entity, where the facts know more of it than a name. */
  readonly declared: Entity | undefined;
  /** Whether the words only point at somebody: "he", "the company". */
  readonly isPointing: boolean;
}

export interface EndContext {
  readonly name: 'subject' | 'object';
  readonly type: FactType | undefined;
  /** The dataset, within which the ids of documents mean something. */
  readonly dataset: string;
  readonly spans: SpanTally;
  readonly survey: Pick<FactSurvey, 'namesOf'>;
  /** Hears of a span that had cut off the end of a word. */
  readonly onWidened: () => void;
}

/**
 * Finds where an end of a fact stands in its passage, verified, and which entity it is.
 * @throws `invalid` with the end as path when it does not stand there
 */
export function findFactEnd(passage: FactPassage, end: FactEnd, context: EndContext): FoundEnd {
  const { name, type, spans } = context;
  const [start, stop] = [end.start, end.end].map((offset) => relate(offset, passage.start));
  const fitted = spans.count(fitSpan(passage.text, { start, end: stop, quote: end.text }));
  if (!('span' in fitted))
    return refuseCell(name, `the position of the ${name} cannot be used: ${fitted.problem}`);
  const text = toPassageText(passage.text);
  const span = widenSpan(text, fitted.span);
  if (span !== fitted.span) context.onWidened();
  const words = sliceCodePoints(text, span.start, span.end).trim();
  const named = { name: words, kind: type?.[name], matches: 'name' } as const;
  if (end.uri !== undefined) return { ...span, ...toKnown(named, end.uri, context) };
  if (isName(words)) return { ...span, entity: named, declared: undefined, isPointing: false };
  return { ...span, ...toPointed(named, { passage, span }, context) };
}

function relate(offset: number | undefined, start: number): number | undefined {
  return offset === undefined || offset < start ? undefined : offset - start;
}

type Identity = Omit<FoundEnd, keyof Span>;

function toKnown(named: Named, uri: string, { dataset, survey }: EndContext): Identity {
  const id = toId(uri, dataset);
  const [name = named.name, ...aliases] = survey.namesOf(uri);
  const declared = { id, name, kind: named.kind ?? 'thing', aliases, sameAs: uri };
  return { entity: { name, id }, declared, isPointing: false };
}

/** Words that only point at somebody may mean somebody else in each place, so that each place has an entity of its own. */
function toPointed(
  { name, kind = 'thing' }: Named,
  { passage, span }: { passage: FactPassage; span: Span },
  { dataset }: EndContext,
): Identity {
  const place = passage.start + span.start;
  const id = EntityId.parse(deriveId('e', [dataset, passage.document, place]));
  const own = `${name} (document ${passage.document}, character ${place})`;
  return { entity: { name: own, id }, declared: { id, name: own, kind, aliases: [] }, isPointing: true };
}
