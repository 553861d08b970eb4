import AxeBuilder from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';

interface EntenteFixtures {
  /** What axe finds serious or critical on the page as it is now, as sentences; expected to be empty. `leftOut`: rules that a test looks after itself. */
  readonly findBarriers: (leftOut?: readonly string[]) => Promise<string[]>;
  /** The one-time password that `npm start` printed. */
  readonly password: string;
}

/** Playwright's `test` against the Entente that was started for the run; an error in the page's console fails a test. */
export const test = base.extend<EntenteFixtures>({
  baseURL: async ({}, provide) => {
    await provide(process.env['ENTENTE_TEST_ORIGIN'] ?? '');
  },
  password: async ({}, provide) => {
    await provide(process.env['ENTENTE_TEST_PASSWORD'] ?? '');
  },
  findBarriers: async ({ page }, provide) => {
    await provide(async (leftOut = []) => {
      const { violations } = await new AxeBuilder({ page }).disableRules([...leftOut]).analyze();
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(
          ({ id, help, nodes }) =>
            `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join(', ')})`,
        );
    });
  },
  page: async ({ page }, provide) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isAnswerNotice(message.text())) errors.push(message.text());
    });
    await provide(page);
    expect(errors).toEqual([]);
  },
});

export { expect };

/** The browser's own line about an answer of 4xx or 5xx: what the page makes of it is what a test looks at. */
function isAnswerNotice(text: string): boolean {
  return text.startsWith('Failed to load resource');
}
