import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { createFrameDecoder, encodeFrame } from '@/lib/store/drivers/embedded/frames';

describe('frames', () => {
  it('give back every message however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.dictionary(fc.string(), fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean())),
        ),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        (dictionaries, sizes) => {
          const messages = dictionaries.map((each): object => ({ ...each }));
          const bytes = Buffer.concat(messages.map(encodeFrame));
          const decode = createFrameDecoder();
          const decoded: unknown[] = [];
          for (let at = 0, cut = 0; at < bytes.length; cut += 1) {
            const size = sizes[cut % sizes.length] ?? 1;
            decoded.push(...decode(bytes.subarray(at, at + size)));
            at += size;
          }

          expect(decoded).toEqual(messages);
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  it('are refused when they claim to be longer than any message', () => {
    const decode = createFrameDecoder();

    expect(() => decode(Buffer.from('HTTP/1.1 200 OK'))).toThrow(RangeError);
  });
});
