import type { Locator, Page } from '@playwright/test';

import { expect, test } from './setup/entente-test';

const LI = '/?entity=li-shangfu';
const LI_AND_AUSTIN = '/?pair=li-shangfu,lloyd-austin';
const TWO_COUNTRIES = '/?pair=china,united-states';
const DOCUMENT = '/documents/yu-xiaodong-right-time-to-talk';

/** What each relation must be told as, wherever the whole of its evidence counts. */
const told = {
  denied: 'denied: negotiated with Lloyd Austin',
  hypothesis: 'hypothetical, contested: had sanctions eased by United States',
} as const;

test.describe('a relation is told with its stance, modality and speaker', () => {
  test('in the list of an entity', async ({ page }) => {
    await page.goto(LI);
    const relations = evidence(page).getByRole('region', { name: 'Relations' });

    await expect(relations.getByRole('button').filter({ hasText: told.denied }).first()).toBeVisible();
    await expect(relations.getByRole('button').filter({ hasText: told.hypothesis })).toContainText(
      'according to Joe Biden',
    );
    await expect(relations.getByRole('heading', { name: /^negotiated with denied/u })).toBeVisible();
  });

  test('under a passage, as that passage has it', async ({ page }) => {
    await page.goto(LI);
    const second = evidence(page).getByRole('article', { name: /^Paragraph 2 of /u });
    const sixth = evidence(page).getByRole('article', { name: /^Paragraph 6 of /u });

    await expect(second.getByRole('listitem').filter({ hasText: 'negotiated with' })).toHaveText(
      'denied here: Li Shangfu negotiated with Lloyd Austin',
    );
    await expect(sixth.getByRole('listitem').filter({ hasText: 'eased sanctions' })).toHaveText([
      'hypothetical, contested: United States eased sanctions on Li Shangfu, according to Joe Biden',
      'hypothetical, denied here by White House: United States eased sanctions on Li Shangfu',
    ]);
  });

  test('under a passage also when it is about others, if it is asked for', async ({ page }) => {
    await page.goto('/?entity=singapore');
    const passage = evidence(page).getByRole('article', { name: /^Paragraph 2 of /u });

    await passage.getByRole('button', { name: /^\d+ more between others$/u }).click();

    await expect(passage.getByText('denied here: Li Shangfu negotiated with Lloyd Austin')).toBeVisible();
  });

  test('over the evidence of a pair', async ({ page }) => {
    await page.goto(LI_AND_AUSTIN);
    const headings = evidence(page).getByRole('heading');

    await expect(headings.filter({ hasText: 'denied: Li Shangfu negotiated with' }).first()).toBeVisible();
    await expect(headings.filter({ hasText: /^negotiated with denied/u })).toBeVisible();

    await page.goto(TWO_COUNTRIES);
    for (const words of [
      'hypothetical: China fought United States, according to Chinese officials',
      'expected: United States competed with China, according to Antony Blinken',
      /^contested: China endangered United States, interceptions/u,
    ]) {
      await expect(headings.filter({ hasText: words }).first()).toBeVisible();
    }
  });

  test('in the margin of a document', async ({ page }) => {
    await page.goto(DOCUMENT);
    const margin = (index: number, words: string) =>
      page
        .getByRole('region', { name: `Paragraph ${index}`, exact: true })
        .getByRole('listitem')
        .filter({ hasText: words });

    await expect(margin(7, 'negotiated with')).toHaveText(
      'denied here: Li Shangfu negotiated with Lloyd Austin',
    );
    await expect(margin(14, 'spied on')).toHaveText([
      /^contested: China spied on United States, .+, according to United States$/u,
      /^denied here by China: China spied on United States, /u,
    ]);
    await expect(margin(24, 'fought')).toHaveText(
      'hypothetical: China fought United States, according to Chinese officials',
    );
    await expect(margin(31, 'competed with')).toHaveText(
      'expected: United States competed with China, according to Antony Blinken',
    );
  });

  test('in the table, to the eye and to a screen reader', async ({ page }) => {
    await page.goto('/?view=table');
    const table = page.getByRole('table', { name: 'Relations' });
    await table.getByRole('button', { name: 'State', exact: true }).click();
    const row = (name: string) =>
      table.getByRole('row').filter({ has: page.getByRole('button', { name: `Evidence. ${name}` }) });

    await expect(row('Contested: China spied on United States').getByRole('cell').nth(3)).toHaveText(
      /^contested/u,
    );
    const fought = row('Hypothetical: China fought United States, according to Chinese officials');
    await table.getByRole('button', { name: 'State', exact: true }).click();
    await expect(fought.getByRole('cell').nth(3)).toHaveText('hypothetical, according to Chinese officials');
  });

  test('in what is copied', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(LI_AND_AUSTIN);
    const denial = evidence(page)
      .getByRole('article', { name: /a denial$/u })
      .first();

    await denial.getByRole('button', { name: /^Cite/u }).click();

    await expect(denial.getByRole('status')).toHaveText('Copied with its citation');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/\nDenied here: Li Shangfu negotiated with Lloyd Austin.*\.$/u);
  });

  test('in the console', async ({ page, password }) => {
    await page.goto('/admin');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('textbox', { name: 'Cypher statement' }).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('MATCH ()-[r:NEGOTIATED_WITH|FOUGHT]->() RETURN r');
    await page.keyboard.press('Control+Enter');
    const cells = page.getByRole('region', { name: 'Result' }).getByRole('cell');

    await expect(cells.filter({ hasText: 'denied:NEGOTIATED_WITH' }).first()).toBeVisible();
    await expect(cells.filter({ hasText: 'hypothetical:FOUGHT' })).toBeVisible();
  });

  test('in the search, which names types and no relations', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('combobox', { name: 'Search' }).fill('negotiated');

    await expect(page.getByRole('option', { name: 'negotiated with', exact: true })).toHaveText(
      /^negotiated withshow only these/u,
    );
  });
});

function evidence(page: Page): Locator {
  return page.getByRole('region', { name: 'Evidence', exact: true });
}
