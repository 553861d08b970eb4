'use client';

import { useState, type KeyboardEvent } from 'react';

import { describeEntity } from '@/lib/graph/describe';
import { findTowards, type Direction } from '@/lib/graph/find-towards';
import type { Picture } from '@/lib/graph/picture';
import { nothingSelected, selectedEntities } from '@/lib/graph/selection';
import type { EntityId } from '@/lib/model/ids';
import type { CanvasCamera } from '@/lib/render/camera';

import { usePicture, useSession, useStore } from '../explorer-context';

interface CanvasKeys {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** What the last key came to, in words. */
  readonly spoken: string;
}

const directions: ReadonlyMap<string, Direction> = new Map([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
]);

/** The canvas without a mouse: arrows walk, Enter opens and then shows more, Shift-Enter takes the last two, Esc lets go. */
export function useCanvasKeys(camera: CanvasCamera | undefined): CanvasKeys {
  const session = useSession();
  const picture = usePicture();
  const { cursor } = useStore(session.attention);
  const [before, setBefore] = useState<EntityId>();
  const [spoken, setSpoken] = useState('');
  const at = cursor !== undefined && picture.visible.entities.has(cursor) ? cursor : undefined;

  const walk = (direction: Direction) => {
    const next = findNext(picture, at, direction);
    if (next === undefined) {
      setSpoken('There is nothing further that way.');
      return;
    }
    setBefore(at);
    session.attention.setState((attention) => ({ ...attention, cursor: next }));
    camera?.reveal(next);
    setSpoken(describeEntity(picture.arrangement.facts.getNodeAttributes(next)));
  };
  const open = (isPair: boolean) => {
    if (at === undefined) return;
    if (isPair && before !== undefined && before !== at) {
      session.select({ status: 'pair', a: before, b: at });
      session.attention.setState((attention) => ({ ...attention, cursor: at }));
      setSpoken('The evidence shows what connects the two.');
      return;
    }
    const { selection } = picture.state;
    if (selection.status === 'entity' && selection.id === at) {
      setSpoken('');
      session.showMore(at);
    } else {
      session.select({ status: 'entity', id: at });
      setSpoken('Its evidence is open.');
    }
  };
  const acts: ReadonlyMap<string, () => void> = new Map([
    [
      'Escape',
      () => {
        session.select(nothingSelected);
      },
    ],
    ['+', () => camera?.zoomIn()],
    ['=', () => camera?.zoomIn()],
    ['-', () => camera?.zoomOut()],
    ['0', () => camera?.fit()],
  ]);

  return {
    spoken,
    onKeyDown: (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const direction = directions.get(event.key);
      if (direction) walk(direction);
      else if (event.key === 'Enter') open(event.shiftKey);
      else if (acts.has(event.key)) acts.get(event.key)?.();
      else return;
      event.preventDefault();
    },
  };
}

/** The first arrow goes to what is selected, else to who is best connected. */
function findNext(
  { arrangement: { facts }, visible, state }: Picture,
  at: EntityId | undefined,
  direction: Direction,
): EntityId | undefined {
  if (at !== undefined) return findTowards(facts, { from: at, direction, among: visible.entities });
  const [selected] = selectedEntities(state.selection);
  if (selected !== undefined && visible.entities.has(selected)) return selected;
  return [...visible.entities].sort((one, other) => facts.degree(other) - facts.degree(one))[0];
}
