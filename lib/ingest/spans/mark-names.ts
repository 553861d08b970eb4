import type { Span } from '@/lib/model/span';
import { toCodePointOffset } from '@/lib/model/text-offsets';

import { findWords } from './find-words';
import type { Named, NamedMention } from '../source';

interface Mark extends Span {
  readonly entity: Named;
}

/**
 * Finds where names and aliases stand as whole words; of overlapping ones, the longest.
 * @param text - the text, in form NFC
 * @param entities - who may be named in it
 */
export function markNames(text: string, entities: readonly Named[]): readonly NamedMention[] {
  const marks = entities.flatMap((entity) =>
    [entity.name, ...(entity.aliases ?? [])].flatMap((name) =>
      findWords(text, name.trim().normalize('NFC')).map((span): Mark => ({ ...span, entity })),
    ),
  );
  marks.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Mark[] = [];
  for (const mark of marks) if (!kept.some((other) => overlap(mark, other))) kept.push(mark);
  return kept
    .sort((a, b) => a.start - b.start)
    .map(({ entity, start, end }) => ({
      entity,
      start: toCodePointOffset(text, start),
      end: toCodePointOffset(text, end),
    }));
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
