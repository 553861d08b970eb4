'use client';

import { useMemo } from 'react';

import { originalUrl } from '@/lib/reading/cite-passage';
import { readParagraphs, readUnplaced } from '@/lib/reading/read-paragraphs';
import { printDate } from '@/lib/reading/print-when';
import type { DocumentDetail } from '@/lib/model/document-detail';
import type { EntityId } from '@/lib/model/ids';

import { Notice } from '../../_ui/notice';
import { useHanFont } from '../../_ui/use-han-font';

import { ParagraphRow } from './paragraph-row';
import { UnplacedRelations } from './unplaced-relations';
import { useParagraphInAddress } from './use-paragraph-in-address';

const NOTE_SHOWN_WHOLE = 200;

/** The document itself: what it is and by whom, then its paragraphs in order. */
export function DocumentReader({ detail }: { readonly detail: DocumentDetail }) {
  const { document, entities, passages } = detail;
  const paragraphs = useMemo(() => readParagraphs(detail), [detail]);
  const unplaced = useMemo(() => readUnplaced(detail), [detail]);
  const names = useMemo(
    () => new Map<EntityId, string>(entities.map(({ id, name }) => [id, name])),
    [entities],
  );
  const inAddress = useParagraphInAddress();
  useHanFont(document.title);
  return (
    <article className="paper" aria-labelledby="document-title">
      <Origin document={document} />
      <h1 className="page-title" id="document-title" dir="auto" lang={document.language}>
        {document.title}
      </h1>
      {document.rights !== undefined && <p className="paper-note">{document.rights}</p>}
      {document.note !== undefined && <About note={document.note} />}
      {passages.length === 0 && (
        <Notice title="No paragraphs">
          <p>This document was loaded without text; relations may still cite it.</p>
        </Notice>
      )}
      <div className="paragraphs">
        {paragraphs.map((paragraph) => (
          <ParagraphRow
            key={paragraph.passage.id}
            paragraph={paragraph}
            document={document}
            names={names}
            isInAddress={paragraph.passage.index === inAddress}
          />
        ))}
      </div>
      <UnplacedRelations said={unplaced} />
    </article>
  );
}

/** A long note waits until it is asked for. */
function About({ note }: { readonly note: string }) {
  if (note.length <= NOTE_SHOWN_WHOLE) return <p className="paper-note">{note}</p>;
  return (
    <details className="paper-note paper-about">
      <summary>About this text</summary>
      {note}
    </details>
  );
}

function Origin({ document }: Pick<DocumentDetail, 'document'>) {
  const { publisher, author, published } = document;
  const url = originalUrl(document);
  const facts = [publisher, author, published && printDate(published)].filter((fact) => fact !== undefined);
  return (
    <p className="paper-kicker">
      {facts.join(' · ')}
      {url !== undefined && (
        <>
          {facts.length > 0 && ' · '}
          <a href={url} target="_blank" rel="noopener noreferrer">
            original<span className="sr-only"> (opens in a new tab)</span>
          </a>
        </>
      )}
    </p>
  );
}
