import type { EntityKind } from '@/lib/model/entity';
import type { RelationClass } from '@/lib/model/relation-type';

/** The colours and typeface of the page, as the drawing needs them: each colour as `#rrggbb`. */
export interface Palette {
  readonly page: string;
  readonly ink: string;
  readonly quietInk: string;
  readonly accent: string;
  readonly font: string;
  readonly classes: Readonly<Record<RelationClass, string>>;
  readonly kinds: Readonly<Record<EntityKind, string>>;
}

/**
 * Builds the palette.
 * @param token - returns the value of a design token
 */
export function toPalette(token: (name: string) => string): Palette {
  const [entity, organisation] = [token('--entity'), token('--entity-organisation')];
  const [place, event] = [token('--entity-place'), token('--entity-event')];
  return {
    page: token('--page'),
    ink: token('--ink'),
    quietInk: token('--ink-2'),
    accent: token('--accent'),
    font: token('--sans'),
    classes: {
      'verbal-cooperation': token('--verbal-cooperation'),
      'material-cooperation': token('--material-cooperation'),
      'verbal-conflict': token('--verbal-conflict'),
      'material-conflict': token('--material-conflict'),
      none: token('--none'),
    },
    kinds: {
      person: entity,
      organisation,
      country: place,
      place,
      event,
      work: organisation,
      thing: organisation,
      concept: organisation,
    },
  };
}

/**
 * Mixes two colours to an opaque one: what is faded hides what lies below it.
 * @param one - the first colour
 * @param other - the second colour
 * @param share - the share of the first, from 0 to 1
 */
export function mixColours(one: string, other: string, share: number): string {
  const [first, second] = [toChannels(one), toChannels(other)];
  const mixed = first.map((channel, index) =>
    Math.round(channel * share + (second[index] ?? 0) * (1 - share)),
  );
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function toChannels(colour: string): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}
