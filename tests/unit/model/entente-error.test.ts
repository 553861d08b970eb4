import { describe, expect, it } from '@jest/globals';

import { EntenteError } from '@/lib/model/entente-error';

describe('EntenteError', () => {
  it('says what failed, and by default names no field and no place, and may pass', () => {
    const error = new EntenteError('unavailable', 'The store does not answer.');

    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'EntenteError',
      failure: 'unavailable',
      message: 'The store does not answer.',
      fields: [],
      position: undefined,
      isLasting: false,
    });
  });

  it('keeps its cause, the fields and the place that are at fault, and that waiting does not help', () => {
    const cause = new Error('inside');
    const position = { start: 1, end: 2, line: 1, column: 2 };
    const fields = [{ path: 'start', message: 'no date' }];

    const error = new EntenteError('invalid', 'wrong', { cause, position, fields, isLasting: true });

    expect(error).toMatchObject({ cause, position, fields, isLasting: true });
  });
});
