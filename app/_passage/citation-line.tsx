import Link from 'next/link';
import { Fragment } from 'react';

import type { Citation } from '@/lib/reading/cite-passage';
import type { DocumentId } from '@/lib/model/ids';

import { CopyButton } from './copy-button';
import { UNPLACED } from './unplaced';
import './citation-line.css';

interface CitationLineProps {
  readonly citation: Citation;
  /** What "Cite" takes to the clipboard. */
  readonly reference: string;
  /** Where to read on, by the paragraph's number if it is known; none for a bare triple. */
  readonly place?: { readonly document: DocumentId; readonly index: number | undefined } | undefined;
}

/** Who says it: source, author, date and paragraph, with ways to cite it and to read on. */
export function CitationLine({ citation, reference, place }: CitationLineProps) {
  return (
    <footer className="citation">
      <cite className="citation-words">
        <span className="citation-source">{citation.source}</span>{' '}
        {citation.details.map((detail, index) => (
          <Fragment key={detail}>
            {index > 0 && ' · '}
            <span>{detail}</span>
          </Fragment>
        ))}
      </cite>
      <span className="citation-actions">
        <CopyButton text={reference} />
        {place && (
          <Link
            href={`/documents/${place.document}#${place.index === undefined ? UNPLACED : `p-${place.index}`}`}
            aria-label={
              place.index === undefined
                ? `Open ${citation.source}`
                : `Open paragraph ${place.index} of ${citation.source}`
            }
          >
            Open
          </Link>
        )}
      </span>
    </footer>
  );
}
