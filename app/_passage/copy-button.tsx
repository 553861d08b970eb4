'use client';

import { useEffect, useState } from 'react';

const TOLD_MS = 4000;
const words = {
  idle: '',
  copied: 'Copied with its citation',
  failed: 'The browser did not allow copying',
} as const;

/** Copies a passage with its citation, and says whether it could. */
export function CopyButton({ text }: { readonly text: string }) {
  const [status, setStatus] = useState<keyof typeof words>('idle');
  useEffect(() => {
    if (status === 'idle') return;
    const timer = setTimeout(() => {
      setStatus('idle');
    }, TOLD_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [status]);
  const onClick = () => {
    copy(text).then(
      () => {
        setStatus('copied');
      },
      () => {
        setStatus('failed');
      },
    );
  };
  return (
    <>
      <span role="status" className={status === 'failed' ? undefined : 'sr-only'}>
        {words[status]}
      </span>
      <button
        type="button"
        className="text-button"
        aria-label="Cite: copy the passage with its citation"
        onClick={onClick}
      >
        {status === 'copied' ? 'Copied' : 'Cite'}
      </button>
    </>
  );
}

/** A page that did not come over https has no clipboard, whatever its type says. */
async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
