'use client';

import { useMemo, useRef } from 'react';

import { toEvidenceRows, type EvidenceRow } from '@/lib/reading/evidence-rows';
import { groupEvidence, type EvidenceGroup, type RelationEvidence } from '@/lib/reading/group-evidence';
import type { Selection } from '@/lib/graph/selection';
import type { RelationDetail } from '@/lib/model/relation-detail';
import { printWhen } from '@/lib/reading/print-when';
import { relationSentence } from '@/lib/reading/relation-sentence';
import { standingByEvidence } from '@/lib/reading/standing';

import { RelationMarks, RelationWords } from '../../_passage/relation-words';
import { useSession, useStore } from '../explorer-context';

import { EvidenceItem } from './evidence-item';
import { EvidenceStepper } from './evidence-stepper';
import { useEvidenceRows } from './use-evidence-rows';
import { useSteps } from './use-steps';

type OnSelect = (selection: Selection) => void;

interface EvidenceListProps {
  readonly relations: readonly RelationDetail[];
  readonly onSelect: OnSelect;
}

/**
 * Relations by type, each with what supports it and, set apart, what denies it; `p` and `n` step through all of it. Of a long list only
 * what is in sight is on the page, and the heading of its type; a reader hears how many pieces there are.
 */
export function EvidenceList({ relations, onSelect }: EvidenceListProps) {
  const list = useRef<HTMLDivElement>(null);
  const all = useMemo(() => toEvidenceRows(groupEvidence(relations)), [relations]);
  const { reading } = useStore(useSession().explorer).present;
  const at = reading === undefined ? 0 : all.ids.findIndex((id) => id === reading);
  const { virtual, scrollMargin, isWhole, reveal, heading } = useEvidenceRows(list, Math.max(0, at) + 1, all);
  const { ids, rows } = all;
  const steps = useSteps({ ids, total: ids.length, reveal });
  return (
    <div className="evidence-list" onFocus={steps.onTouch} onPointerDown={steps.onTouch}>
      <EvidenceStepper current={steps.current} total={ids.length} onStep={steps.step} />
      {!isWhole && (
        <p className="evidence-hint">
          Evidence this long is put on the page as you scroll: the browser’s own search finds only what is on
          it.
        </p>
      )}
      <div ref={list} className="evidence-rows" style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index];
          if (!row) return null;
          const isStuck = index === heading;
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={classOf(row, isStuck)}
              style={isStuck ? undefined : { transform: `translateY(${start - scrollMargin}px)` }}
            >
              <Row row={row} current={steps.current} total={ids.length} onSelect={onSelect} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function classOf(row: EvidenceRow, isStuck: boolean): string {
  const isNext = row.kind !== 'group' && !row.isFirst;
  return `evidence-row evidence-row-${row.kind}${isNext ? ' evidence-row-next' : ''}${isStuck ? ' evidence-row-stuck' : ''}`;
}

interface RowProps {
  readonly row: EvidenceRow;
  readonly current: number;
  readonly total: number;
  readonly onSelect: OnSelect;
}

function Row({ row, current, total, onSelect }: RowProps) {
  switch (row.kind) {
    case 'group':
      return <GroupHeading group={row.group} />;
    case 'relation':
      return <RelationHeading told={row.told} />;
    case 'evidence':
      return (
        <EvidenceItem
          relation={row.told.relation}
          evidence={row.piece.evidence}
          number={row.piece.number}
          total={total}
          isCurrent={row.piece.number === current}
          onSelect={onSelect}
        />
      );
  }
}

function GroupHeading({ group }: { readonly group: EvidenceGroup }) {
  return (
    <h3 className={`group-label class-${group.class}`}>
      <span className="class-swatch" aria-hidden="true" />
      {group.label} <RelationMarks marks={group.marks} />
      <span className="group-class">{group.class === 'none' ? '' : group.class.replace('-', ' ')}</span>
      <span className="group-count number">{group.evidence}</span>
    </h3>
  );
}

function RelationHeading({ told: { relation, supports } }: { readonly told: RelationEvidence }) {
  const sentence = relationSentence({ ...relation, when: null }, standingByEvidence(relation));
  return (
    <>
      <h4 className="relation-heading">
        <RelationWords sentence={sentence} />
        {relation.when && <span className="relation-date number">{printWhen(relation.when)}</span>}
      </h4>
      {supports.length === 0 && (
        <p className="evidence-hint">
          {relation.contested
            ? 'Supported by sources that the filters leave out.'
            : 'Only denied: no loaded passage says so itself.'}
        </p>
      )}
    </>
  );
}
