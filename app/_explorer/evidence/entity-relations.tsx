'use client';

import { useState } from 'react';

import { groupSentences, type SentenceGroup } from '@/lib/graph/group-sentences';
import { relationSentence } from '@/lib/reading/relation-sentence';
import { standingOf } from '@/lib/reading/standing';
import type { Selection } from '@/lib/graph/selection';
import type { EntityDetail, RelationBrief } from '@/lib/model/entity-detail';

import { RelationMarks, RelationWords } from '../../_passage/relation-words';

const SHOWN_AT_FIRST = 6;

interface EntityRelationsProps {
  readonly headingId: string;
  readonly entity: EntityDetail;
  readonly onSelect: (selection: Selection) => void;
}

/** An entity's relations as sentences, by verb; each leads to the passages behind it. */
export function EntityRelations({ headingId, entity, onSelect }: EntityRelationsProps) {
  const { relations, total } = entity;
  return (
    <section className="evidence-section" aria-labelledby={headingId}>
      <h3 className="evidence-label" id={headingId} tabIndex={-1}>
        Relations
      </h3>
      {relations.length === 0 && <p className="evidence-hint">No relation of it is loaded.</p>}
      {groupSentences(relations, entity.id).map((group) => (
        <Group key={`${group.class} ${group.verb}`} group={group} entity={entity} onSelect={onSelect} />
      ))}
      {total.relations > relations.length && (
        <p className="evidence-hint">
          Showing {relations.length} of {total.relations} relations, those with most evidence.
        </p>
      )}
    </section>
  );
}

type GroupProps = Pick<EntityRelationsProps, 'entity' | 'onSelect'> & { readonly group: SentenceGroup };

function Group({ group, entity, onSelect }: GroupProps) {
  const [isWhole, setWhole] = useState(false);
  const { relations } = group;
  const shown = isWhole ? relations : relations.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <h4 className={`group-label class-${group.class}`}>
        <span className="class-swatch" aria-hidden="true" />
        {group.verb} <RelationMarks marks={group.marks} />
        <span className="group-class">{group.class === 'none' ? '' : group.class.replace('-', ' ')}</span>
        <span className="group-count number">{relations.length}</span>
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
    </>
  );
}

type SentenceProps = Pick<EntityRelationsProps, 'entity' | 'onSelect'> & { readonly relation: RelationBrief };

function Sentence({ relation, entity, onSelect }: SentenceProps) {
  const { subject, object, evidence } = relation;
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
        <span className="sr-only"> {evidence === 1 ? 'piece' : 'pieces'} of evidence</span>
      </span>
    </button>
  );
}
