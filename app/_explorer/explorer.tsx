'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useState, type ReactNode } from 'react';

import { nothingSelected } from '@/lib/graph/selection';

import { CentrePane } from './centre/centre-pane';
import { EvidencePane } from './evidence/evidence-pane';
import { SessionContext, useSession, useStore } from './explorer-context';
import { FilterPane } from './filters/filter-pane';
import { KeysDialog } from './keys/keys-dialog';
import { useExplorerKeys } from './keys/use-explorer-keys';
import { SearchBox } from './search/search-box';
import { createSession, followLink, type Session } from './session';
import { SkipLinks } from './skip-links';
import { NARROW, SMALL, useMedia } from './use-media';
import './explorer.css';

/** The explorer: filters and search, the graph or its table, and the evidence of what is selected. */
export function Explorer({ query }: { readonly query: string }) {
  const [session] = useState(() => createSession(query));
  const address = useSearchParams();

  useEffect(() => session.run(), [session]);
  useEffect(() => {
    followLink(session.explorer);
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
  const openKeys = () => {
    setShowsKeys(true);
  };
  useExplorerKeys(session, openKeys);
  const { selection, filters } = present;
  const hasEvidence = !isSmall || selection.status !== 'none';
  return (
    <div className="explorer">
      <SkipLinks view={present.view ?? (isSmall ? 'table' : 'graph')} hasEvidence={hasEvidence} />
      <h1 className="sr-only">Explore the graph</h1>
      {!isNarrow && (
        <div className="explorer-left" role="group" aria-label="Search and filters">
          <SearchBox />
          <FilterPane />
        </div>
      )}
      <CentrePane isNarrow={isNarrow} isSmall={isSmall} onKeys={openKeys} />
      {hasEvidence && (
        <EvidenceSide isSmall={isSmall}>
          <EvidencePane selection={selection} filters={filters} onSelect={session.select} />
        </EvidenceSide>
      )}
      <KeysDialog isOpen={showsKeys} onOpenChange={setShowsKeys} />
    </div>
  );
}

interface EvidenceSideProps {
  readonly isSmall: boolean;
  readonly children: ReactNode;
}

/** The right side; on a small screen a sheet that leaves the graph most of the room until one reads on. */
function EvidenceSide({ isSmall, children }: EvidenceSideProps) {
  const session = useSession();
  const [isLarge, setLarge] = useState(false);
  if (!isSmall) return <div className="explorer-right">{children}</div>;
  return (
    <div className={`explorer-right ${isLarge ? 'explorer-right-large' : ''}`}>
      <div className="sheet-bar">
        <button
          type="button"
          aria-expanded={isLarge}
          onClick={() => {
            setLarge(!isLarge);
          }}
        >
          {isLarge ? 'Show the graph' : 'Read in full'}
        </button>
        <button
          type="button"
          onClick={() => {
            session.select(nothingSelected);
          }}
        >
          Close the evidence
        </button>
      </div>
      {children}
    </div>
  );
}
