import Link from 'next/link';
import { Fragment } from 'react';

import type { Citation } from '@/lib/graph/cite-passage';
import type { DocumentId } from '@/lib/model/ids';

import { CopyButton } from './copy-button';
import './citation-line.css';

interface CitationLineProps {
  readonly citation: Citation;
  /** What "Cite" takes to the clipboard. */
  readonly reference: string;
  /** Where to read on; none for a bare triple. */
  readonly place?: { readonly document: DocumentId; readonly index: number } | undefined;
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
            href={{ pathname: `/documents/${place.document}`, hash: `p-${place.index}` }}
            aria-label={`Open paragraph ${place.index} of ${citation.source}`}
          >
            Open
          </Link>
        )}
      </span>
    </footer>
  );
}
