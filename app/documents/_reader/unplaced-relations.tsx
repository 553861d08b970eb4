'use client';

import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';

import { saidSentence, type RelationSaid } from '@/lib/graph/tell-passage';

import { RelationWords } from '../../_passage/relation-words';
import { selectionHref } from '../../_passage/selection-href';
import { UNPLACED } from '../../_passage/unplaced';

const SHOWN_AT_FIRST = 20;

/** What the input says stands in the document without naming a passage. */
export function UnplacedRelations({ said }: { readonly said: readonly RelationSaid[] }) {
  const [isWhole, setWhole] = useState(false);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // The browser looked for the anchor before the document was fetched.
    if (window.location.hash !== `#${UNPLACED}`) return;
    section.current?.scrollIntoView({ block: 'start' });
    section.current?.focus({ preventScroll: true });
  }, []);
  if (said.length === 0) return null;
  const shown = isWhole ? said : said.slice(0, SHOWN_AT_FIRST);
  return (
    <section ref={section} className="unplaced" id={UNPLACED} aria-labelledby="unplaced-title" tabIndex={-1}>
      <h2 className="side-label" id="unplaced-title">
        Said in this document, place not given
      </h2>
      <ul>
        {shown.map((one) => (
          <li key={`${one.stance} ${one.relation.id}`}>
            <Link
              className={`margin-relation class-${one.relation.class}`}
              href={selectionHref({ status: 'pair', a: one.relation.subject.id, b: one.relation.object.id })}
              title="Show on the graph"
              prefetch={false}
            >
              <span className="class-swatch" aria-hidden="true" />
              <RelationWords sentence={saidSentence(one)} />
            </Link>
          </li>
        ))}
      </ul>
      {shown.length < said.length && (
        <button
          type="button"
          className="text-button margin-more"
          onClick={() => {
            setWhole(true);
          }}
        >
          {said.length - shown.length} more
        </button>
      )}
    </section>
  );
}
