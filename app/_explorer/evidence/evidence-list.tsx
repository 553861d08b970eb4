'use client';

import { useMemo, useRef } from 'react';

import {
  groupEvidence,
  type EvidenceGroup,
  type NumberedEvidence,
  type RelationEvidence,
} from '@/lib/graph/group-evidence';
import { printWhen } from '@/lib/reading/print-when';
import { relationSentence } from '@/lib/reading/relation-sentence';
import { standingByEvidence } from '@/lib/reading/standing';
import type { Selection } from '@/lib/graph/selection';
import type { RelationDetail } from '@/lib/model/relation-detail';

import { RelationMarks, RelationWords } from '../../_passage/relation-words';

import { EvidenceItem } from './evidence-item';
import { EvidenceStepper } from './evidence-stepper';
import { useEvidenceSteps } from './use-evidence-steps';

type OnSelect = (selection: Selection) => void;

interface EvidenceListProps {
  readonly relations: readonly RelationDetail[];
  readonly onSelect: OnSelect;
}

/** Relations by type, each with what supports it and, set apart, what denies it; `p` and `n` step through all of it. */
export function EvidenceList({ relations, onSelect }: EvidenceListProps) {
  const list = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => groupEvidence(relations), [relations]);
  const total = relations.reduce((sum, { evidence }) => sum + evidence.length, 0);
  const steps = useEvidenceSteps(list, total);
  return (
    <div ref={list} onFocus={steps.onFocus}>
      <EvidenceStepper current={steps.current} total={total} onStep={steps.step} />
      {groups.map((group) => (
        <Group key={group.type} group={group} current={steps.current} onSelect={onSelect} />
      ))}
    </div>
  );
}

interface GroupProps {
  readonly group: EvidenceGroup;
  readonly current: number;
  readonly onSelect: OnSelect;
}

function Group({ group, current, onSelect }: GroupProps) {
  return (
    <section className="evidence-group">
      <h3 className={`group-label class-${group.class}`}>
        <span className="class-swatch" aria-hidden="true" />
        {group.label} <RelationMarks marks={group.marks} />
        <span className="group-class">{group.class === 'none' ? '' : group.class.replace('-', ' ')}</span>
        <span className="group-count number">{group.evidence}</span>
      </h3>
      {group.relations.map((told) => (
        <TellRelation key={told.relation.id} told={told} current={current} onSelect={onSelect} />
      ))}
    </section>
  );
}

interface TellRelationProps {
  readonly told: RelationEvidence;
  readonly current: number;
  readonly onSelect: OnSelect;
}

function TellRelation({ told: { relation, supports, denies }, current, onSelect }: TellRelationProps) {
  const sentence = relationSentence({ ...relation, when: null }, standingByEvidence(relation));
  const toItem = ({ number, evidence }: NumberedEvidence) => (
    <EvidenceItem
      key={evidence.id}
      relation={relation}
      evidence={evidence}
      number={number}
      isCurrent={number === current}
      onSelect={onSelect}
    />
  );
  return (
    <section className="told-relation">
      <h4 className="relation-heading">
        <RelationWords sentence={sentence} />
        {relation.when && <span className="relation-date number">{printWhen(relation.when)}</span>}
      </h4>
      {supports.length === 0 && (
        <p className="evidence-hint">
          {relation.contested
            ? 'Supported by sources that the filters leave out.'
            : 'Only denied: no passage that is loaded says so itself.'}
        </p>
      )}
      {supports.map(toItem)}
      {denies.map(toItem)}
    </section>
  );
}
