import type { DrawTrouble } from './use-canvas';

interface CannotDrawProps {
  readonly trouble: DrawTrouble;
  readonly onRetry: () => void;
}

const sentences: Readonly<Record<DrawTrouble, { readonly what: string; readonly retry: string }>> = {
  'not loaded': {
    what: 'The part of the page that draws the graph did not load. The table shows the same relations.',
    retry: 'Try again',
  },
  'not drawn': {
    what: 'The graph cannot be drawn: the browser offers no WebGL, or has lost it. The table shows the same relations.',
    retry: 'Try to draw it again',
  },
};

/** Why the table stands in for the graph, and the way back. */
export function CannotDraw({ trouble, onRetry }: CannotDrawProps) {
  const { what, retry } = sentences[trouble];
  return (
    <p className="status-line" role="status">
      {what}{' '}
      <button type="button" className="text-button" onClick={onRetry}>
        {retry}
      </button>
    </p>
  );
}
