'use client';

import Link from 'next/link';
import { useState } from 'react';

import { saidSentence, type RelationSaid } from '@/lib/reading/tell-passage';

import { RelationWords } from '../../_passage/relation-words';
import { selectionHref } from '../../_passage/selection-href';

interface SaidListProps {
  readonly said: readonly RelationSaid[];
  /** How many are listed before the rest is asked for. */
  readonly limit: number;
  readonly label?: string;
  /** Told which one is pointed at or has the focus, and when none is any more. */
  readonly onShow?: (said: RelationSaid | undefined) => void;
}

/** What a document says, as sentences that lead to the graph. */
export function SaidList({ said, limit, label, onShow }: SaidListProps) {
  const [isWhole, setWhole] = useState(false);
  const listed = isWhole ? said : said.slice(0, limit);
  return (
    <>
      <ul aria-label={label}>
        {listed.map((one) => (
          <li key={`${one.stance} ${one.relation.id}`}>
            <Link
              className={`margin-relation class-${one.relation.class}`}
              href={selectionHref({ status: 'pair', a: one.relation.subject.id, b: one.relation.object.id })}
              title="Show on the graph"
              prefetch={false}
              onMouseEnter={() => onShow?.(one)}
              onFocus={() => onShow?.(one)}
              onBlur={() => onShow?.(undefined)}
            >
              <span className="class-swatch" aria-hidden="true" />
              <RelationWords sentence={saidSentence(one)} />
            </Link>
          </li>
        ))}
      </ul>
      {listed.length < said.length && (
        <button
          type="button"
          className="text-button margin-more"
          onClick={() => {
            setWhole(true);
          }}
        >
          {said.length - listed.length} more
        </button>
      )}
    </>
  );
}
