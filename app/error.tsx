'use client';

import { Notice } from './_ui/notice';

/** What one sees when a page breaks while it is drawn: the rest of the site stays, and one can try again. */
export default function PageError({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <div className="plain-page" role="alert">
      <h1>This page could not be displayed</h1>
      <Notice>
        <p>Something in it failed; nothing that is stored has changed. Draw it again, or reload the page.</p>
        {isNumbered(error) && <p>The server’s log knows it as {error.digest}.</p>}
        <button type="button" className="push-button" onClick={retry}>
          Draw it again
        </button>
      </Notice>
    </div>
  );
}

/** Errors of server components carry a number instead of their message. */
function isNumbered(error: unknown): error is { digest: string } {
  return typeof error === 'object' && error !== null && 'digest' in error && typeof error.digest === 'string';
}
