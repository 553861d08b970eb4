import { afterEach, beforeEach, expect, jest } from '@jest/globals';

/** Console noise is a finding: a test during which something was written to the console fails, unless it expected so itself. */
const methods = ['error', 'warn'] as const;

let spies: { readonly mock: { readonly calls: unknown[][] }; mockRestore: () => void }[] = [];

beforeEach(() => {
  spies = methods.map((method) => jest.spyOn(console, method).mockImplementation(() => {}));
});

afterEach(() => {
  const noise = spies.flatMap((spy) => spy.mock.calls.map((call) => call.map(String).join(' ')));
  for (const spy of spies) spy.mockRestore();
  spies = [];
  expect(noise).toEqual([]);
});
