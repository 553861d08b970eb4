import type { Position } from './facts';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const UINT32 = 2 ** 32;

/**
 * Returns a position in the unit disc that depends on the text alone, so that the same data starts
 * from the same picture.
 */
export function startPosition(text: string): Position {
  const angle = 2 * Math.PI * seeded(`${text}:angle`);
  const radius = Math.sqrt(seeded(`${text}:radius`));
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

/** FNV-1a with a final mixing, as a number from 0 up to 1: near texts give far numbers. */
function seeded(text: string): number {
  let hash = FNV_OFFSET;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / UINT32;
}
