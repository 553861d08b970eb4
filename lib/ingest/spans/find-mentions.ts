import type { EntityName } from '@/lib/model/entity-name';
import type { EntityId } from '@/lib/model/ids';
import type { Mention } from '@/lib/model/mention';
import type { Passage } from '@/lib/model/passage';
import { toCodePointOffset } from '@/lib/model/text-offsets';

import { createFormTrie } from './form-trie';
import { isBoundary } from './word-boundary';

/**
 * Finds where a passage names entities, given the entities that are the subject or object of
 * triples citing it.
 */
export type FindMentions = (passage: Passage, participants: ReadonlySet<EntityId>) => readonly Mention[];

interface Match {
  readonly start: number;
  readonly end: number;
  readonly owners: readonly EntityId[];
}

/**
 * Creates a function that finds each place where a passage has a name or alias of an entity as
 * whole words; of overlapping ones, the leftmost and then the longest. A form that several entities
 * share is marked only where exactly one of them is a participant.
 *
 * It takes time proportional to the length of the passage, whatever the names are (forms have a
 * maximum length).
 * @param entities - the entities to find
 */
export function createMentionFinder(entities: Iterable<EntityName>): FindMentions {
  const forms = createFormTrie(entities);
  return (passage, participants) => {
    const mentions: Mention[] = [];
    let unit = 0;
    let point = 0;
    for (const match of findMatches(passage.text, forms)) {
      const entity = chooseOwner(match.owners, participants);
      if (entity === undefined) continue;
      point += toCodePointOffset(passage.text.slice(unit, match.start), match.start - unit);
      const end =
        point + toCodePointOffset(passage.text.slice(match.start, match.end), match.end - match.start);
      mentions.push({ passage: passage.id, entity, start: point, end });
      unit = match.end;
      point = end;
    }
    return mentions;
  };
}

function* findMatches(text: string, forms: ReturnType<typeof createFormTrie>): Generator<Match> {
  for (let start = 0; start < text.length; start += 1) {
    if (!forms.mayStartAt(text, start) || !isBoundary(text, start)) continue;
    const longest = forms.findAt(text, start).findLast(({ end }) => isBoundary(text, end));
    if (!longest) continue;
    yield { start, ...longest };
    start = longest.end - 1;
  }
}

function chooseOwner(owners: readonly EntityId[], participants: ReadonlySet<EntityId>): EntityId | undefined {
  if (owners.length === 1) return owners[0];
  const present = owners.filter((owner) => participants.has(owner));
  return present.length === 1 ? present[0] : undefined;
}
