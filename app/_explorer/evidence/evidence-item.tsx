'use client';

import { useId, useMemo } from 'react';

import { bestWindow } from '@/lib/reading/best-window';
import {
  citeEvidence,
  documentReference,
  passageReference,
  statementReference,
} from '@/lib/reading/cite-passage';
import type { PassageMark } from '@/lib/reading/mark-passage';
import { isNamed } from '@/lib/reading/is-named';
import { newStatement } from '@/lib/reading/new-statement';
import { relationSentence, sentenceText } from '@/lib/reading/relation-sentence';
import { standingOfPiece } from '@/lib/reading/standing';
import { tellGrade } from '@/lib/reading/tell-grade';
import type { Selection } from '@/lib/graph/selection';
import type { EntityId } from '@/lib/model/ids';
import type { CitedEvidence, RelationDetail } from '@/lib/model/relation-detail';
import type { Span } from '@/lib/model/span';

import { CitationLine } from '../../_passage/citation-line';
import { FoldedPassage } from '../../_passage/folded-passage';

interface EvidenceItemProps {
  readonly relation: RelationDetail;
  readonly evidence: CitedEvidence;
  readonly number: number;
  /** How many pieces the list has, of which not all need be on the page. */
  readonly total: number;
  readonly isCurrent: boolean;
  readonly onSelect: (selection: Selection) => void;
}

/** One piece of evidence: the passage with subject, object and quote marked, its citation, and who says or denies it. */
export function EvidenceItem(props: EvidenceItemProps) {
  const { relation, evidence, number, total, isCurrent, onSelect } = props;
  const { passage, document, stance } = evidence;
  const statement = newStatement(relation, evidence);
  return (
    <article
      className={`evidence-item evidence-${stance}`}
      data-evidence={number}
      aria-label={`Evidence ${number}${stance === 'denies' ? ', a denial' : ''}`}
      aria-current={isCurrent ? 'true' : undefined}
      aria-posinset={number}
      aria-setsize={total}
      tabIndex={-1}
    >
      <Cited relation={relation} evidence={evidence} />
      {statement !== undefined && <Statement words={statement} />}
      <CitationLine
        citation={citeEvidence(evidence)}
        reference={toReference(relation, evidence)}
        place={document && { document: document.id, index: passage?.index }}
      />
      <Speaker evidence={evidence} onSelect={onSelect} />
      {evidence.confidence !== undefined && (
        <p className="evidence-speaker">Confidence of the input: {evidence.confidence} %</p>
      )}
    </article>
  );
}

/** The passage with its marks, the part that matters first, and how the input ties the relation to it. */
function Cited({ relation, evidence }: Pick<EvidenceItemProps, 'relation' | 'evidence'>) {
  const { passage, document } = evidence;
  const marks = useMemo(() => toMarks(relation, evidence), [relation, evidence]);
  const window = useMemo(() => toWindow(relation, evidence), [relation, evidence]);
  const nameOf = (entity: EntityId) =>
    [relation.subject, relation.object].find(({ id }) => id === entity)?.name;
  const grade = tellGrade(evidence);
  if (!passage) {
    return (
      <p className="evidence-bare">
        {document ? 'The input names the document, not the passage.' : 'Given without a passage.'} {grade}
      </p>
    );
  }
  return (
    <>
      <FoldedPassage
        text={passage.text}
        marks={marks}
        language={document?.language}
        nameOf={nameOf}
        window={window}
      />
      {!isNamed(passage.text, relation, evidence) && (
        <p className="evidence-grade">The names are written differently here.</p>
      )}
      {grade !== undefined && <p className="evidence-grade">{grade}</p>}
    </>
  );
}

/** What an extractor wrote: set apart from what a source says. */
function Statement({ words }: { readonly words: string }) {
  const label = useId();
  return (
    <div className="evidence-statement" role="group" aria-labelledby={label}>
      <span id={label} className="evidence-statement-label">
        The extractor’s words, not a quotation
      </span>
      <p dir="auto">{words}</p>
    </div>
  );
}

/** Who says it, when that is not the author. */
function Speaker({ evidence, onSelect }: Pick<EvidenceItemProps, 'evidence' | 'onSelect'>) {
  const { stance, attributedTo, attributedToId, document } = evidence;
  if (attributedTo === undefined) {
    if (stance === 'supports') return null;
    return (
      <p className="evidence-speaker">Denied by {document?.author ?? document?.publisher ?? 'the source'}</p>
    );
  }
  return (
    <p className="evidence-speaker">
      {stance === 'denies' ? 'Denied by ' : 'According to '}
      {attributedToId === undefined ? (
        <bdi>{attributedTo}</bdi>
      ) : (
        <button
          type="button"
          className="text-button"
          onClick={() => {
            onSelect({ status: 'entity', id: attributedToId });
          }}
        >
          <bdi>{attributedTo}</bdi>
        </button>
      )}
    </p>
  );
}

function toMarks(
  { id, subject }: RelationDetail,
  { mentions, start, end }: CitedEvidence,
): readonly PassageMark[] {
  const names = mentions.map((mention) => ({
    ...mention,
    role: mention.entity === subject.id ? ('subject' as const) : ('object' as const),
  }));
  if (start === undefined || end === undefined) return names;
  return [...names, { role: 'quote', relation: id, start, end }];
}

function toWindow(
  { subject, object }: RelationDetail,
  { passage, mentions, start, end }: CitedEvidence,
): Span | undefined {
  if (!passage) return undefined;
  const of = (id: EntityId) => mentions.filter(({ entity }) => entity === id);
  const quote = start === undefined || end === undefined ? undefined : { start, end };
  return bestWindow(passage.text, { ends: [of(subject.id), of(object.id)], quote });
}

/** The citation and, set apart, what an extractor wrote. */
function toReference(relation: RelationDetail, evidence: CitedEvidence): string {
  const { statement } = evidence;
  const source = toSourceReference(relation, evidence);
  return statement === undefined ? source : `${source}\n${statementReference(statement)}`;
}

/** The passage with its citation and, where that does not simply say the relation, what it does say of it. */
function toSourceReference(relation: RelationDetail, evidence: CitedEvidence): string {
  const { passage, document } = evidence;
  const sentence = relationSentence(relation, standingOfPiece(relation, evidence));
  if (passage && document) {
    const isPlain = sentence.marks.length === 0 && sentence.source === undefined;
    return `${passageReference(document, passage)}${isPlain ? '' : `\n${sentenceText(sentence)}.`}`;
  }
  if (document) return documentReference(sentenceText(sentence), document);
  const { source, details } = citeEvidence(evidence);
  return `${sentenceText(sentence)}\n${[source, ...details].join(', ')}.`;
}
