import { describe, expect, it } from '@jest/globals';

import { deriveEvidenceId, deriveId, deriveRelationId } from '@/lib/model/derive-id';
import { EntityId } from '@/lib/model/ids';

describe('deriveId', () => {
  it('gives the same id for the same parts, on every machine', () => {
    expect(deriveId('e', ['Ana Lima'])).toBe('e-45e96362b49b70c10c5c');
  });

  it('takes composed and decomposed letters for the same', () => {
    expect(deriveId('e', ['Jos\u00e9'])).toBe(deriveId('e', ['Jose\u0301']));
  });

  it('tells parts apart that only join to the same text', () => {
    expect(deriveId('r', ['ab', 'c'])).not.toBe(deriveId('r', ['a', 'bc']));
    expect(deriveId('r', ['a', undefined, 'b'])).not.toBe(deriveId('r', ['a', 'b', undefined]));
  });

  it('gives what is an id, whatever the parts are', () => {
    expect(EntityId.safeParse(deriveId('e', ['\u0000/../ 😀'])).success).toBe(true);
  });

  it('says what the id is of, and no more of the parts than their hash', () => {
    const parts = ['usa', 'MET', undefined, 7];

    expect(deriveRelationId(parts)).toBe(deriveId('r', parts));
    expect(deriveEvidenceId(parts)).toBe(deriveId('v', parts));
    expect(deriveId('v', parts)).toMatch(/^v-[0-9a-f]{20}$/u);
  });
});
