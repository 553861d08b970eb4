'use client';

import Link from 'next/link';
import { useCallback, useEffect } from 'react';

import { call } from '@/lib/api/call';
import { documentEndpoint } from '@/lib/api/document-endpoint';
import type { DocumentDetail } from '@/lib/model/document-detail';
import { EntenteError } from '@/lib/model/entente-error';
import { DocumentId } from '@/lib/model/ids';

import { FailureNotice } from '../../_ui/failure-notice';
import { Notice } from '../../_ui/notice';
import { Skeleton } from '../../_ui/skeleton';
import { useLoaded } from '../../_ui/use-loaded';

import { DocumentReader } from './document-reader';
import { DocumentSide } from './document-side';
import './document-page.css';

/** A document to read, with every mention and relation marked. `id` is as the address has it, and may be no id at all. */
export function DocumentPage({ id }: { readonly id: string }) {
  const load = useCallback((signal: AbortSignal) => loadDocument(id, signal), [id]);
  const detail = useLoaded(load);
  switch (detail.status) {
    case 'loading':
      return (
        <div className="plain-page">
          <Skeleton label="Fetching the document" lines={12} />
        </div>
      );
    case 'failed':
      return (
        <div className="plain-page">
          {detail.failure.failure === 'not-found' ? (
            <UnknownDocument />
          ) : (
            <FailureNotice failure={detail.failure} retry={detail.retry} />
          )}
        </div>
      );
    case 'ready':
      return <Reading detail={detail.value} />;
  }
}

function Reading({ detail }: { readonly detail: DocumentDetail }) {
  const { title } = detail.document;
  useEffect(() => {
    document.title = `${title} · Entente`;
  }, [title]);
  return (
    <div className="document-page">
      <DocumentReader detail={detail} />
      <DocumentSide detail={detail} />
    </div>
  );
}

function UnknownDocument() {
  return (
    <>
      <h1>There is no document at this address</h1>
      <Notice>
        <p>
          The link may be older than the data. Look for it in{' '}
          <Link href="/documents">the list of documents</Link>.
        </p>
      </Notice>
    </>
  );
}

async function loadDocument(text: string, signal: AbortSignal): Promise<DocumentDetail> {
  const id = DocumentId.safeParse(text);
  if (!id.success) throw new EntenteError('not-found', 'There is no document with this id.');
  return await call(documentEndpoint, { id: id.data }, { signal });
}
