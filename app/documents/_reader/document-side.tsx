'use client';

import Link from 'next/link';
import { useState } from 'react';

import { call } from '@/lib/api/call';
import { documentsEndpoint } from '@/lib/api/documents-endpoint';
import { printDate } from '@/lib/reading/print-when';
import type { DocumentDetail, DocumentList } from '@/lib/model/document-detail';
import type { Entity } from '@/lib/model/entity';
import type { DocumentId, EntityId } from '@/lib/model/ids';

import { selectionHref } from '../../_passage/selection-href';
import { countOf } from '../../_ui/count-of';
import { useLoaded } from '../../_ui/use-loaded';

const SHOWN_AT_FIRST = 12;

/** Beside a document: the other documents, and who is named in this one, how often. */
export function DocumentSide({ detail }: { readonly detail: DocumentDetail }) {
  return (
    <aside className="document-side" aria-label="Around this document">
      <OtherDocuments current={detail.document.id} />
      <EntitiesNamed detail={detail} />
    </aside>
  );
}

/** Only a help to go on: if the list cannot be had, the page does without. */
function OtherDocuments({ current }: { readonly current: DocumentId }) {
  const list = useLoaded(loadDocuments);
  if (list.status !== 'ready') return null;
  return (
    <nav className="side-section" aria-labelledby="side-documents">
      <h2 className="side-label" id="side-documents">
        Documents
      </h2>
      <ul>
        {list.value.documents.map(({ id, title, publisher, author, published, relations }) => (
          <li key={id}>
            <Link
              className="side-document"
              href={`/documents/${id}`}
              aria-current={id === current ? 'page' : undefined}
            >
              <span className="side-document-title">{publisher ?? title}</span>
              <span className="side-document-facts">
                {[author, published && printDate(published)].filter((fact) => fact !== undefined).join(', ')}
                {' · '}
                {countOf(relations, 'relation', 'relations')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function EntitiesNamed({ detail }: { readonly detail: DocumentDetail }) {
  const [isWhole, setWhole] = useState(false);
  const named = countNames(detail);
  const shown = isWhole ? named : named.slice(0, SHOWN_AT_FIRST);
  if (named.length === 0) return null;
  return (
    <section className="side-section" aria-labelledby="side-entities">
      <h2 className="side-label" id="side-entities">
        In this document
      </h2>
      <ul>
        {shown.map(({ entity, count }) => (
          <li key={entity.id}>
            <Link className="side-entity" href={selectionHref({ status: 'entity', id: entity.id })}>
              <bdi>{entity.name}</bdi>
              <span className="side-count number">
                {count}
                <span className="sr-only"> {count === 1 ? 'mention' : 'mentions'}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {shown.length < named.length && (
        <button
          type="button"
          className="text-button side-more"
          onClick={() => {
            setWhole(true);
          }}
        >
          {named.length - shown.length} more
        </button>
      )}
    </section>
  );
}

function countNames({ passages, entities }: DocumentDetail): readonly { entity: Entity; count: number }[] {
  const counts = new Map<EntityId, number>();
  for (const { entity } of passages.flatMap(({ mentions }) => mentions)) {
    counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  return entities
    .map((entity) => ({ entity, count: counts.get(entity.id) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.entity.name.localeCompare(b.entity.name));
}

function loadDocuments(signal: AbortSignal): Promise<DocumentList> {
  return call(documentsEndpoint, {}, { signal });
}
