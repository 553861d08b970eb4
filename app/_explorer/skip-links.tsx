'use client';

import { useSyncExternalStore, type MouseEvent } from 'react';
import { createPortal } from 'react-dom';

interface SkipLinksProps {
  readonly view: 'graph' | 'table';
  readonly hasEvidence: boolean;
}

const never = () => () => {};

/** The first keys on the page lead past the search and the filters. The links stand beside the page's own one, at its top. */
export function SkipLinks({ view, hasEvidence }: SkipLinksProps) {
  const place = useSyncExternalStore(
    never,
    () => document.getElementById('skip-links'),
    () => null,
  );
  if (!place) return null;
  return createPortal(
    <>
      <SkipLink to={view === 'graph' ? '.canvas' : '.table-scroller'}>Skip to the {view}</SkipLink>
      {hasEvidence && <SkipLink to=".evidence-pane">Skip to the evidence</SkipLink>}
    </>,
    place,
  );
}

interface SkipLinkProps {
  readonly to: '.canvas' | '.table-scroller' | '.evidence-pane';
  readonly children: React.ReactNode;
}

/** The part of the address after `#` belongs to the page, so that the focus moves and the address stays. */
function SkipLink({ to, children }: SkipLinkProps) {
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    document.querySelector<HTMLElement>(to)?.focus();
  };
  return (
    <a className="skip-link" href="#main" onClick={onClick}>
      {children}
    </a>
  );
}
