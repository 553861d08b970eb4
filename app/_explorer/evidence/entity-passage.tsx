'use client';

import Link from 'next/link';
import { useMemo, type MouseEvent } from 'react';

import { citePassage, passageReference } from '@/lib/graph/cite-passage';
import type { NameMark } from '@/lib/graph/mark-passage';
import { relationSentence, sentenceText } from '@/lib/graph/relation-sentence';
import type { Selection } from '@/lib/graph/selection';
import type { EntityDetail, MarkedPassage } from '@/lib/model/entity-detail';
import type { EntityId } from '@/lib/model/ids';

import { CitationLine } from '../../_passage/citation-line';
import { PassageText } from '../../_passage/passage-text';
import { selectionHref } from '../../_passage/selection-href';

interface EntityPassageProps {
  readonly passage: MarkedPassage;
  readonly entity: EntityDetail;
  readonly onSelect: (selection: Selection) => void;
}

/** A passage that names an entity: its own names tinted, the others' to be followed, and what it is evidence of. */
export function EntityPassage({ passage, entity, onSelect }: EntityPassageProps) {
  const { document, index, text } = passage;
  const marks = useMemo(() => toMarks(passage, entity.id), [passage, entity.id]);
  const names = useMemo(() => namesOf(entity), [entity]);
  const told = entity.relations.filter(({ id }) => passage.relations.includes(id));
  const link = (id: EntityId, words: string) => (
    <Link
      href={selectionHref({ status: 'entity', id })}
      onClick={(event) => {
        onPlainClick(event, () => {
          onSelect({ status: 'entity', id });
        });
      }}
    >
      {words}
    </Link>
  );
  return (
    <article className="evidence-item" aria-label={`Paragraph ${index} of ${document.title}`}>
      <PassageText
        text={text}
        marks={marks}
        language={document.language}
        nameOf={(id) => names.get(id)}
        link={link}
      />
      <CitationLine
        citation={citePassage(document, index)}
        reference={passageReference(document, passage)}
        place={{ document: document.id, index }}
      />
      {told.length > 0 && (
        <ul className="passage-relations">
          {told.map((relation) => (
            <li key={relation.id}>
              <button
                type="button"
                className={`passage-relation class-${relation.class}`}
                onClick={() => {
                  onSelect({ status: 'pair', a: relation.subject.id, b: relation.object.id });
                }}
              >
                <span className="class-swatch" aria-hidden="true" />
                {sentenceText({ ...relationSentence(relation), details: [] })}
              </button>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

function toMarks({ mentions }: MarkedPassage, id: EntityId): readonly NameMark[] {
  return mentions.map((mention) => ({
    ...mention,
    role: mention.entity === id ? ('self' as const) : ('mention' as const),
  }));
}

function namesOf({ id, name, relations }: EntityDetail): ReadonlyMap<EntityId, string> {
  const parties = relations.flatMap(({ subject, object }) => [subject, object]);
  return new Map([[id, name], ...parties.map((party) => [party.id, party.name] as const)]);
}

/** A link opened in a new tab or window stays a link. */
function onPlainClick(event: MouseEvent, act: () => void): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  act();
}
