'use client';

import { useEffect, useRef } from 'react';

import type { RelationSaid } from '@/lib/reading/tell-passage';

import { UNPLACED } from '../../_passage/unplaced';

import { SaidList } from './said-list';

const SHOWN_AT_FIRST = 20;

/** What the input says stands in the document without naming a passage. */
export function UnplacedRelations({ said }: { readonly said: readonly RelationSaid[] }) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // The browser looked for the anchor before the document was fetched.
    if (window.location.hash !== `#${UNPLACED}`) return;
    section.current?.scrollIntoView({ block: 'start' });
    section.current?.focus({ preventScroll: true });
  }, []);
  if (said.length === 0) return null;
  return (
    <section ref={section} className="unplaced" id={UNPLACED} aria-labelledby="unplaced-title" tabIndex={-1}>
      <h2 className="side-label" id="unplaced-title">
        Said in this document, place not given
      </h2>
      <SaidList said={said} limit={SHOWN_AT_FIRST} />
    </section>
  );
}
