'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';

import { nothingSelected } from '@/lib/graph/selection';

import { CentrePane } from './centre/centre-pane';
import { EvidencePane } from './evidence/evidence-pane';
import { SessionContext, useStore } from './explorer-context';
import { FilterPane } from './filters/filter-pane';
import { KeysDialog } from './keys/keys-dialog';
import { useExplorerKeys } from './keys/use-explorer-keys';
import { SearchBox } from './search/search-box';
import { createSession, visitAddress, type Session } from './session';
import { NARROW, SMALL, useMedia } from './use-media';
import './explorer.css';

/** The explorer: filters and search, the graph or its table, and the evidence of what is selected. */
export function Explorer({ query }: { readonly query: string }) {
  const [session] = useState(() => createSession(query));
  const address = useSearchParams();

  useEffect(() => session.run(), [session]);
  useEffect(() => {
    visitAddress(session.explorer);
  }, [session, address]);

  return (
    <SessionContext value={session}>
      <Frame session={session} />
    </SessionContext>
  );
}

function Frame({ session }: { readonly session: Session }) {
  const { present } = useStore(session.explorer);
  const isNarrow = useMedia(NARROW);
  const isSmall = useMedia(SMALL);
  const [showsKeys, setShowsKeys] = useState(false);
  useExplorerKeys(session, () => {
    setShowsKeys(true);
  });
  const { selection, filters } = present;
  return (
    <div className="explorer">
      <h1 className="sr-only">Explore the graph</h1>
      {!isNarrow && (
        <div className="explorer-left" role="group" aria-label="Search and filters">
          <SearchBox />
          <FilterPane />
        </div>
      )}
      <CentrePane
        isNarrow={isNarrow}
        isSmall={isSmall}
        onKeys={() => {
          setShowsKeys(true);
        }}
      />
      {(!isSmall || selection.status !== 'none') && (
        <div className="explorer-right">
          {isSmall && (
            <button
              type="button"
              className="sheet-close"
              onClick={() => {
                session.select(nothingSelected);
              }}
            >
              Close the evidence
            </button>
          )}
          <EvidencePane selection={selection} filters={filters} onSelect={session.select} />
        </div>
      )}
      <KeysDialog isOpen={showsKeys} onOpenChange={setShowsKeys} />
    </div>
  );
}
