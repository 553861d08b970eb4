'use client';

import { useMemo, type ReactNode } from 'react';

import { markPassage, type NameMark, type PassageMark, type PassagePiece } from '@/lib/reading/mark-passage';
import type { EntityId } from '@/lib/model/ids';

import { useHanFont } from '../_ui/use-han-font';
import './passage-text.css';

export interface PassageTextProps {
  readonly text: string;
  readonly marks: readonly PassageMark[];
  readonly language?: string | undefined;
  readonly nameOf: (entity: EntityId) => string | undefined;
  /** Makes a link of a name's words; a name that it leaves alone is only marked. */
  readonly link?: ((entity: EntityId, words: string) => ReactNode) | undefined;
}

const roles = { subject: 'Subject', object: 'Object', self: 'Selected', mention: 'Mention' } as const;

/** What a source says, with its names and quotes marked. The text is text, never HTML. */
export function PassageText({ text, marks, language, nameOf, link }: PassageTextProps) {
  useHanFont(text);
  const runs = useMemo(() => markPassage(text, marks), [text, marks]);
  const toNode = (piece: PassagePiece, index: number) => (
    <Piece key={index} piece={piece} nameOf={nameOf} link={link} />
  );
  return (
    <p className="passage-text" dir="auto" lang={language}>
      {runs.map(({ quotes, pieces }, index) =>
        quotes.length === 0 ? (
          pieces.map(toNode)
        ) : (
          <mark key={index} className="mark-quote" title="Quoted as evidence">
            {pieces.map(toNode)}
          </mark>
        ),
      )}
    </p>
  );
}

function Piece({
  piece,
  nameOf,
  link,
}: Pick<PassageTextProps, 'nameOf' | 'link'> & { readonly piece: PassagePiece }) {
  if (!piece.name) return piece.text;
  const words = piece.name.role === 'mention' ? link?.(piece.name.entity, piece.text) : undefined;
  return (
    <mark className={`mark-${piece.name.role}`} title={describe(piece.name, nameOf)}>
      {words ?? piece.text}
    </mark>
  );
}

function describe({ role, entity }: NameMark, nameOf: PassageTextProps['nameOf']): string {
  const name = nameOf(entity);
  return name === undefined ? roles[role] : `${roles[role]}: ${name}`;
}
