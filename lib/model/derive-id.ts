import { hash } from 'node:crypto';

import { EvidenceId, RelationId } from './ids';

type Parts = readonly (string | number | undefined)[];

const SEPARATOR = '\u001f';
const HEX_DIGITS = 20;
const ASCII = /^[\u0000-\u007f]*$/u;

/**
 * Derives an id from content: the same parts give the same id on every machine.
 * @param prefix - one letter that says what the id is of
 * @param parts - the parts that make the identity; absent parts count as empty, and text is
 *   compared in Unicode form NFC
 * @returns the prefix, a dash, and 80 bits of SHA-256 in hex
 */
export function deriveId(prefix: string, parts: Parts): string {
  const content = parts.join(SEPARATOR);
  const normal = ASCII.test(content) ? content : parts.map(toNormal).join(SEPARATOR);
  return `${prefix}-${hash('sha256', normal, 'hex').slice(0, HEX_DIGITS)}`;
}

function toNormal(part: string | number | undefined): string {
  return String(part ?? '').normalize('NFC');
}

/** The id of a relation, from what makes it the one it is. */
export function deriveRelationId(parts: Parts): RelationId {
  const id = deriveId('r', parts);
  return isRelationId(id) ? id : RelationId.parse(id);
}

/** The id of a piece of evidence, from what makes it the one it is. */
export function deriveEvidenceId(parts: Parts): EvidenceId {
  const id = deriveId('v', parts);
  return isEvidenceId(id) ? id : EvidenceId.parse(id);
}

// A derived id fits the pattern of ids by its making; parsing each of half a million would cost a second.

function isRelationId(id: string): id is RelationId {
  return id.length === HEX_DIGITS + 2;
}

function isEvidenceId(id: string): id is EvidenceId {
  return id.length === HEX_DIGITS + 2;
}
