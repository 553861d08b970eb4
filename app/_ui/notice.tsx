import type { ReactNode } from 'react';

/** Words for what is not there: what happened, and what to do next. */
export function Notice({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <div className="notice">
      {title !== undefined && <p className="notice-title">{title}</p>}
      {children}
    </div>
  );
}
