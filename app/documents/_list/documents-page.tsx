'use client';

import Link from 'next/link';

import { call } from '@/lib/api/call';
import { documentsEndpoint } from '@/lib/api/documents-endpoint';
import { printDate } from '@/lib/reading/print-when';
import type { DocumentList } from '@/lib/model/document-detail';

import { countOf } from '../../_ui/count-of';
import { FailureNotice } from '../../_ui/failure-notice';
import { Notice } from '../../_ui/notice';
import { Skeleton } from '../../_ui/skeleton';
import { useHanFont } from '../../_ui/use-han-font';
import { useLoaded } from '../../_ui/use-loaded';
import './documents-page.css';

/** Every document that passages come from. */
export function DocumentsPage() {
  const list = useLoaded(loadDocuments);
  return (
    <div className="documents-page">
      <h1 className="page-title">Documents</h1>
      {list.status === 'loading' && <Skeleton label="Fetching the documents" />}
      {list.status === 'failed' && <FailureNotice failure={list.failure} retry={list.retry} />}
      {list.status === 'ready' && <Documents list={list.value} />}
    </div>
  );
}

function Documents({ list: { documents, total } }: { readonly list: DocumentList }) {
  if (documents.length === 0) return <NoDocuments />;
  return (
    <>
      <p className="documents-lead">
        {documents.length < total
          ? `Showing ${documents.length} of ${countOf(total, 'document', 'documents')}.`
          : `${countOf(total, 'document', 'documents')}, with every mention and relation marked.`}
      </p>
      <ul className="documents-list">
        {documents.map((document) => (
          <DocumentEntry key={document.id} document={document} />
        ))}
      </ul>
    </>
  );
}

function DocumentEntry({ document }: { readonly document: DocumentList['documents'][number] }) {
  const { id, title, publisher, author, published, language, passages, relations } = document;
  const facts = [publisher, author, published && printDate(published)].filter((fact) => fact !== undefined);
  useHanFont(title);
  return (
    <li className="documents-entry">
      <h2 dir="auto" lang={language}>
        <Link href={`/documents/${id}`}>{title}</Link>
      </h2>
      <p className="documents-facts">{facts.join(' · ')}</p>
      <p className="documents-counts number">
        {countOf(passages, 'passage', 'passages')} · {countOf(relations, 'relation', 'relations')}
      </p>
    </li>
  );
}

function NoDocuments() {
  return (
    <Notice title="No documents are loaded">
      <p>
        A folder with a <code>documents</code> folder in it brings them:{' '}
        <code>npm run load -- the-folder</code>. Bare triples cite their file and line instead.
      </p>
    </Notice>
  );
}

function loadDocuments(signal: AbortSignal): Promise<DocumentList> {
  return call(documentsEndpoint, {}, { signal });
}
