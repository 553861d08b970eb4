'use client';

import Link from 'next/link';
import { memo, useMemo, useState } from 'react';

import { citePassage, passageReference } from '@/lib/reading/cite-passage';
import type { PassageMark } from '@/lib/reading/mark-passage';
import type { Paragraph } from '@/lib/reading/read-paragraphs';
import type { RelationSaid } from '@/lib/reading/tell-passage';
import type { Document } from '@/lib/model/document';
import type { EntityId } from '@/lib/model/ids';

import { CopyButton } from '../../_passage/copy-button';
import { PassageText } from '../../_passage/passage-text';
import { selectionHref } from '../../_passage/selection-href';

import { SaidList } from './said-list';

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
  return (
    <div
      className="paragraph-margin"
      onMouseLeave={() => {
        onShow(undefined);
      }}
    >
      <SaidList
        said={said}
        limit={said.length <= SHOWN_AT_FIRST + 1 ? said.length : SHOWN_AT_FIRST}
        label="What this paragraph says"
        onShow={onShow}
      />
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
