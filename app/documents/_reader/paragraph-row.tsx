'use client';

import Link from 'next/link';
import { memo, useMemo, useState } from 'react';

import { citePassage, passageReference } from '@/lib/graph/cite-passage';
import type { PassageMark } from '@/lib/graph/mark-passage';
import type { Paragraph, RelationSaid } from '@/lib/graph/read-paragraphs';
import type { Document } from '@/lib/model/document';
import type { EntityId } from '@/lib/model/ids';

import { CopyButton } from '../../_passage/copy-button';
import { PassageText } from '../../_passage/passage-text';
import { selectionHref } from '../../_passage/selection-href';

import { tellSaid } from './tell-said';

const SHOWN_AT_FIRST = 5;

interface ParagraphRowProps {
  readonly paragraph: Paragraph;
  readonly document: Document;
  readonly names: ReadonlyMap<EntityId, string>;
  readonly isInAddress: boolean;
}

/** A numbered paragraph with its mentions and quotes, and in the margin what it is evidence of. */
export const ParagraphRow = memo(function ParagraphRow({
  paragraph: { passage, said },
  document,
  names,
  isInAddress,
}: ParagraphRowProps) {
  const [shown, setShown] = useState<RelationSaid>();
  const marks = useMemo(() => toMarks({ passage, said }, shown), [passage, said, shown]);
  const { index, text } = passage;
  return (
    <section
      id={`p-${index}`}
      className={`paragraph${isInAddress ? ' paragraph-in-address' : ''}${shown ? ' paragraph-shown' : ''}`}
      aria-label={`Paragraph ${index}`}
      aria-current={isInAddress ? 'location' : undefined}
      tabIndex={-1}
    >
      <a className="paragraph-number number" href={`#p-${index}`} aria-label={`Link to paragraph ${index}`}>
        {index}
      </a>
      <div className="paragraph-text">
        <PassageText
          text={text}
          marks={marks}
          language={document.language}
          nameOf={(id) => names.get(id)}
          link={(id, words) => (
            <Link href={selectionHref({ status: 'entity', id })} prefetch={false}>
              {words}
            </Link>
          )}
        />
        {isInAddress && (
          <p className="paragraph-cite">
            {[citePassage(document, index).source, ...citePassage(document, index).details].join(' · ')}{' '}
            <CopyButton text={passageReference(document, passage)} />
          </p>
        )}
      </div>
      {said.length > 0 && <Margin said={said} onShow={setShown} />}
    </section>
  );
});

interface MarginProps {
  readonly said: readonly RelationSaid[];
  readonly onShow: (said: RelationSaid | undefined) => void;
}

/** Pointing at a sentence shows its words in the text; pressing it leads to the graph. */
function Margin({ said, onShow }: MarginProps) {
  const [isWhole, setWhole] = useState(false);
  const first = isWhole || said.length <= SHOWN_AT_FIRST + 1 ? said : said.slice(0, SHOWN_AT_FIRST);
  return (
    <div
      className="paragraph-margin"
      onMouseLeave={() => {
        onShow(undefined);
      }}
    >
      <ul aria-label="What this paragraph says">
        {first.map((one) => (
          <li key={`${one.stance} ${one.relation.id}`}>
            <Link
              className={`margin-relation class-${one.relation.class}`}
              href={selectionHref({ status: 'pair', a: one.relation.subject.id, b: one.relation.object.id })}
              title="Show on the graph"
              prefetch={false}
              onMouseEnter={() => {
                onShow(one);
              }}
              onFocus={() => {
                onShow(one);
              }}
              onBlur={() => {
                onShow(undefined);
              }}
            >
              <span className="class-swatch" aria-hidden="true" />
              <span>{tellSaid(one)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {first.length < said.length && (
        <button
          type="button"
          className="text-button margin-more"
          onClick={() => {
            setWhole(true);
          }}
        >
          {said.length - first.length} more
        </button>
      )}
    </div>
  );
}

/** All names and quotes; those of the relation that is pointed at as its subject, object and only quote. */
function toMarks({ passage, said }: Paragraph, shown: RelationSaid | undefined): readonly PassageMark[] {
  const roleOf = (entity: EntityId) => {
    if (entity === shown?.relation.subject.id) return 'subject' as const;
    return entity === shown?.relation.object.id ? ('object' as const) : ('mention' as const);
  };
  const names = passage.mentions.map((mention) => ({ ...mention, role: roleOf(mention.entity) }));
  return [...names, ...(shown ? shown.quotes : said.flatMap(({ quotes }) => quotes))];
}
