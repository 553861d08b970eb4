'use client';

import type { Ref } from 'react';

import { useFacets } from '../explorer-context';

/** What the picture says without words: the classes and shapes stand beside their filters. */
export function Legend({ ref }: { readonly ref: Ref<HTMLUListElement> }) {
  const hasCoMentions = useFacets().all?.grades.some(({ grade }) => grade === 'co-mention') === true;
  return (
    <ul ref={ref} className="legend" aria-label="How to read the picture">
      <li>
        <svg width="26" height="8" aria-hidden="true">
          <path d="M0 4H20" className="legend-line" />
          <path d="M19 1 26 4 19 7z" className="legend-head" />
        </svg>
        who to whom
      </li>
      <li>
        <svg width="26" height="8" aria-hidden="true">
          <path d="M0 4H8" className="legend-line" />
          <path d="M10 4H26" className="legend-line legend-thick" />
        </svg>
        more evidence
      </li>
      <li>
        <svg width="26" height="8" aria-hidden="true">
          <path d="M0 4H26" className="legend-line legend-dashed" />
        </svg>
        contested
      </li>
      <li>
        <svg width="26" height="8" aria-hidden="true">
          <path d="M2 4H26" className="legend-line legend-dotted" />
        </svg>
        expected or hypothetical
      </li>
      {hasCoMentions && (
        <li>
          <svg width="26" height="8" aria-hidden="true">
            <path d="M2 4H26" className="legend-line legend-sparse" />
          </svg>
          only named together
        </li>
      )}
    </ul>
  );
}
