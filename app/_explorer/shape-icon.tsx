import type { EntityKind } from '@/lib/model/entity';

/** The shape of a kind as the canvas draws it, small, for lists and the legend. */
export function ShapeIcon({ kind }: { readonly kind: EntityKind }) {
  return (
    <svg
      className={`shape-icon shape-${kind}`}
      viewBox="-8 -8 16 16"
      width="13"
      height="13"
      aria-hidden="true"
    >
      <Outline kind={kind} />
    </svg>
  );
}

function Outline({ kind }: { readonly kind: EntityKind }) {
  switch (kind) {
    case 'person':
      return <circle r="5.6" />;
    case 'organisation':
      return <rect x="-5.4" y="-5.4" width="10.8" height="10.8" />;
    case 'country':
      return <circle r="7" />;
    case 'place':
      return (
        <path
          fillRule="evenodd"
          d="M-6 0a6 6 0 1 1 12 0a6 6 0 1 1-12 0zM-2.6 0a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0z"
        />
      );
    case 'event':
      return <path d="M0-7.4 7.4 0 0 7.4-7.4 0z" />;
    case 'work':
      return <rect x="-4.6" y="-6.6" width="9.2" height="13.2" />;
    case 'thing':
      return <path d="M0-6.4 6.6 5.2H-6.6z" />;
    case 'concept':
      return <path d="M-3.4-6H3.4L7 0 3.4 6H-3.4L-7 0z" />;
  }
}
