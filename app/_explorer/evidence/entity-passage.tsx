'use client';

import Link from 'next/link';
import { useMemo, useState, type MouseEvent } from 'react';

import { bestWindow } from '@/lib/reading/best-window';
import { citePassage, passageReference } from '@/lib/reading/cite-passage';
import type { NameMark } from '@/lib/reading/mark-passage';
import type { Selection } from '@/lib/graph/selection';
import { saidSentence, tellPassage, type RelationSaid } from '@/lib/reading/tell-passage';
import type { EntityDetail, MarkedPassage, RelationBrief } from '@/lib/model/entity-detail';
import type { EntityId, RelationId } from '@/lib/model/ids';

import { CitationLine } from '../../_passage/citation-line';
import { FoldedPassage } from '../../_passage/folded-passage';
import { RelationWords } from '../../_passage/relation-words';
import { selectionHref } from '../../_passage/selection-href';

interface EntityPassageProps {
  readonly passage: MarkedPassage;
  readonly entity: EntityDetail;
  /** The relations that passages are evidence of, by id. */
  readonly relations: ReadonlyMap<RelationId, RelationBrief>;
  readonly onSelect: (selection: Selection) => void;
}

/** A passage that names an entity: its own names tinted, the others' to be followed, and what it is evidence of. */
export function EntityPassage({ passage, entity, relations, onSelect }: EntityPassageProps) {
  const { document, index, text } = passage;
  const marks = useMemo(() => toMarks(passage, entity.id), [passage, entity.id]);
  const said = useMemo(() => tellPassage(passage.evidence, relations), [passage, relations]);
  const window = useMemo(() => {
    const own = marks.filter(({ role }) => role === 'self');
    return bestWindow(text, { ends: [own, own] });
  }, [text, marks]);
  const names = useMemo(() => namesOf(entity, relations), [entity, relations]);
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
      <FoldedPassage
        text={text}
        marks={marks}
        language={document.language}
        nameOf={(id) => names.get(id)}
        link={link}
        window={window}
      />
      <CitationLine
        citation={citePassage(document, index)}
        reference={passageReference(document, passage)}
        place={{ document: document.id, index }}
      />
      <Said said={said} of={entity.id} onSelect={onSelect} />
    </article>
  );
}

interface SaidProps {
  readonly said: readonly RelationSaid[];
  readonly of: EntityId;
  readonly onSelect: (selection: Selection) => void;
}

/** What a passage says: the entity's own relations, and the others when they are asked for. */
function Said({ said, of, onSelect }: SaidProps) {
  const [isWhole, setWhole] = useState(false);
  const own = said.filter((each) => isAbout(each, of));
  const shown = isWhole ? [...own, ...said.filter((each) => !isAbout(each, of))] : own;
  const left = said.length - shown.length;
  return (
    <>
      {shown.length > 0 && (
        <ul className="passage-relations" aria-label="What this passage says">
          {shown.map((each) => (
            <li key={`${each.stance} ${each.relation.id}`}>
              <button
                type="button"
                className={`passage-relation class-${each.relation.class}`}
                onClick={() => {
                  onSelect({ status: 'pair', a: each.relation.subject.id, b: each.relation.object.id });
                }}
              >
                <span className="class-swatch" aria-hidden="true" />
                <RelationWords sentence={saidSentence(each)} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {left > 0 && (
        <button
          type="button"
          className="text-button more-button"
          onClick={() => {
            setWhole(true);
          }}
        >
          {left} more between others
        </button>
      )}
    </>
  );
}

function isAbout({ relation: { subject, object } }: RelationSaid, id: EntityId): boolean {
  return subject.id === id || object.id === id;
}

function toMarks({ mentions }: MarkedPassage, id: EntityId): readonly NameMark[] {
  return mentions.map((mention) => ({
    ...mention,
    role: mention.entity === id ? ('self' as const) : ('mention' as const),
  }));
}

function namesOf(
  { id, name, relations }: EntityDetail,
  told: EntityPassageProps['relations'],
): ReadonlyMap<EntityId, string> {
  const parties = [...relations, ...told.values()].flatMap(({ subject, object }) => [subject, object]);
  return new Map([[id, name], ...parties.map((party) => [party.id, party.name] as const)]);
}

/** A link opened in a new tab or window stays a link. */
function onPlainClick(event: MouseEvent, act: () => void): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  act();
}
