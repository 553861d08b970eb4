'use client';

import { useState } from 'react';

import { groupSentences } from '@/lib/reading/group-sentences';
import { tallySentences, type SentenceTally } from '@/lib/reading/tally-sentences';
import { relationSentence, type RelationMark } from '@/lib/reading/relation-sentence';
import { standingOf } from '@/lib/reading/standing';
import type { Selection } from '@/lib/graph/selection';
import type { EntityDetail, RelationBrief } from '@/lib/model/entity-detail';

import { RelationMarks, RelationWords } from '../../_passage/relation-words';
import { countOf } from '../../_ui/count-of';

const SHOWN_AT_FIRST = 6;
const number = new Intl.NumberFormat('en-GB');

interface EntityRelationsProps {
  readonly headingId: string;
  readonly entity: EntityDetail;
  readonly onSelect: (selection: Selection) => void;
}

/** An entity's relations as sentences, by verb; each leads to the passages behind it. */
export function EntityRelations({ headingId, entity, onSelect }: EntityRelationsProps) {
  const { relations, total, unfiltered } = entity;
  const groups = new Map(groupSentences(relations, entity.id).map((group) => [keyOf(group), group]));
  return (
    <section className="evidence-section" aria-labelledby={headingId}>
      <h3 className="evidence-label" id={headingId} tabIndex={-1}>
        Relations
      </h3>
      {relations.length === 0 && (
        <p className="evidence-hint">
          {unfiltered.relations > 0
            ? 'None of its relations passes the filters.'
            : 'No relation of it is loaded.'}
        </p>
      )}
      {tallySentences(entity.tallies).map((tally) => (
        <Group
          key={keyOf(tally)}
          tally={tally}
          relations={groups.get(keyOf(tally))?.relations ?? []}
          marks={groups.get(keyOf(tally))?.marks ?? []}
          entity={entity}
          onSelect={onSelect}
        />
      ))}
      {total.relations > relations.length && (
        <p className="evidence-hint">
          Showing {relations.length} of {countOf(total.relations, 'relation', 'relations')}, those with most
          evidence.
        </p>
      )}
    </section>
  );
}

function keyOf({ class: relationClass, verb }: Pick<SentenceTally, 'class' | 'verb'>): string {
  return `${relationClass} ${verb}`;
}

type GroupProps = Pick<EntityRelationsProps, 'entity' | 'onSelect'> & {
  /** What the store counts of this verb. */
  readonly tally: SentenceTally;
  /** Those of them that came with the entity. */
  readonly relations: readonly RelationBrief[];
  /** What all of those are marked with. */
  readonly marks: readonly RelationMark[];
};

function Group({ tally, relations, marks, entity, onSelect }: GroupProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? relations : relations.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <h4 className={`group-label class-${tally.class}`}>
        <span className="class-swatch" aria-hidden="true" />
        {tally.verb} <RelationMarks marks={relations.length < tally.relations ? [] : marks} />
        <span className="group-class">{tally.class === 'none' ? '' : tally.class.replace('-', ' ')}</span>
        <span className="group-count number">
          {number.format(tally.relations)}
          {tally.denied > 0 &&
            tally.denied < tally.relations &&
            `, ${number.format(tally.denied)} only denied`}
        </span>
      </h4>
      <ul>
        {shown.map((relation) => (
          <li key={relation.id}>
            <Sentence relation={relation} entity={entity} onSelect={onSelect} />
          </li>
        ))}
      </ul>
      {shown.length < relations.length && (
        <button
          type="button"
          className="text-button more-button"
          onClick={() => {
            setWhole(true);
          }}
        >
          {relations.length - shown.length} more
        </button>
      )}
      {relations.length < tally.relations && shown.length === relations.length && (
        <p className="evidence-hint">
          Showing {number.format(relations.length)} of {number.format(tally.relations)}: those among the
          relations with the most evidence.
        </p>
      )}
    </>
  );
}

type SentenceProps = Pick<EntityRelationsProps, 'entity' | 'onSelect'> & { readonly relation: RelationBrief };

function Sentence({ relation, entity, onSelect }: SentenceProps) {
  const { subject, object, evidence, coMentionsOnly } = relation;
  return (
    <button
      type="button"
      className="sentence-button"
      onClick={() => {
        onSelect({ status: 'pair', a: subject.id, b: object.id });
      }}
    >
      <span className="sentence">
        <RelationWords sentence={relationSentence(relation, standingOf(relation), entity.id)} />
      </span>
      <span className="sentence-count number">
        {evidence}
        <span className="sr-only">
          {' '}
          {coMentionsOnly
            ? `${evidence === 1 ? 'passage that names' : 'passages that name'} both`
            : `${evidence === 1 ? 'piece' : 'pieces'} of evidence`}
        </span>
      </span>
    </button>
  );
}
