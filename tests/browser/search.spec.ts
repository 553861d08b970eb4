import type { Locator, Page } from '@playwright/test';

import { expect, test } from './setup/entente-test';

const search = (page: Page): Locator => page.getByRole('combobox', { name: 'Search' });
const evidence = (page: Page): Locator => page.getByRole('region', { name: 'Evidence', exact: true });

const list = (page: Page): Locator => page.getByRole('listbox');

/** Holds the answers of the search back until the function that it returns is called. */
async function holdAnswers(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/search*', async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test('Enter goes to the best hit', async ({ page }) => {
  await page.goto('/');
  await search(page).fill('blinken');
  await expect(page.getByRole('option').first()).toBeVisible();

  await page.keyboard.press('Enter');

  await expect(evidence(page).getByRole('heading', { name: 'Antony Blinken', level: 2 })).toBeVisible();
  await expect(search(page)).toHaveValue('');
  await expect(page.getByRole('listbox')).toBeHidden();
});

test('Enter before the list has come waits for the answer to just that text, and says so', async ({
  page,
}) => {
  const release = await holdAnswers(page);
  await page.goto('/');
  await search(page).focus();
  await page.keyboard.type('Nancy Pelosi');
  await page.keyboard.press('Enter');

  await expect(list(page).getByText('Searching for “Nancy Pelosi”; the best hit opens.')).toBeVisible();
  await expect(page).not.toHaveURL(/entity=/u);
  release();

  await expect(page).toHaveURL(/entity=nancy-pelosi/u);
});

for (const [how, press] of [
  ['Esc', (page: Page) => page.keyboard.press('Escape')],
  ['typing on', (page: Page) => page.keyboard.type('xyz')],
] as const)
  test(`${how} calls off what Enter waits for`, async ({ page }) => {
    const release = await holdAnswers(page);
    await page.goto('/');
    await search(page).focus();
    await page.keyboard.type('Nancy Pelosi');
    await page.keyboard.press('Enter');
    await expect(list(page).getByText('the best hit opens', { exact: false })).toBeVisible();

    await press(page);

    await expect(list(page).getByText('the best hit opens', { exact: false })).toBeHidden();
    const answered = page.waitForResponse('**/api/search*');
    release();
    await search(page).fill('Qin Gang');
    await answered;
    await expect(page.getByRole('option').first()).toBeVisible();
    await expect(page).not.toHaveURL(/entity=/u);
  });

test('Enter on what nothing is called says so', async ({ page }) => {
  await page.goto('/');
  await search(page).focus();
  await page.keyboard.type('zzzzqqqq');
  await page.keyboard.press('Enter');

  await expect(list(page).getByText('Nothing has that name.', { exact: false })).toBeVisible();
  await expect(page).not.toHaveURL(/\?/u);
});

test('common words alone find nothing, and the page says why', async ({ page }) => {
  await page.goto('/');
  await search(page).fill('of the');

  await expect(
    list(page).getByText('“of” and “the” are too common to search for.', { exact: false }),
  ).toBeVisible();
  await expect(page.locator('.search-option')).toHaveCount(0);
});

test('a passage found shows its words marked, and opens in the graph at the evidence that it is', async ({
  page,
}) => {
  await page.goto('/');
  await search(page).fill('deny');
  const passages = page.getByRole('group', { name: 'Passages' });
  const marked = passages.locator('mark').first();
  await expect(marked).toHaveText(/^den(y|ied|ies)/iu);
  const found = await passages.getByRole('option').first().innerText();

  await search(page).focus();
  while (!(await passages.getByRole('option').first().getAttribute('data-focused')))
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/pair=/u);
  await expect(page).toHaveURL(/seed=/u);
  const words = /[\p{L} ]{12,}/u.exec(found.replaceAll('…', ''))?.[0] ?? '';
  const current = evidence(page).locator('[aria-current="true"]');
  await expect(current).toContainText(words.trim());
  await expect(current).toBeInViewport();
});

test('the row below a passage found opens its document at the paragraph', async ({ page }) => {
  await page.goto('/');
  await search(page).fill('balloon');
  const open = page.getByRole('option', { name: /^Read paragraph \d+ in /u }).first();
  await expect(open).toBeVisible();

  await open.click();

  await expect(page).toHaveURL(/\/documents\/[^#]+#p-\d+/u);
  await expect(page.locator('[aria-current="location"]')).toBeInViewport();
});

for (const theme of ['light', 'dark'] as const)
  for (const width of [1440, 390])
    test(`axe finds nothing serious with the list open, ${theme}, ${width} px wide`, async ({
      page,
      findBarriers,
    }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme: theme });
      await page.goto('/');
      await search(page).fill('china');
      await expect(page.getByRole('group', { name: 'Passages' })).toBeVisible();

      // The list hides what is outside of it from screen readers while it is open. axe cannot see that Tab closes it first.
      expect(await findBarriers(['aria-hidden-focus'])).toEqual([]);
      await page.keyboard.press('Tab');
      await expect(page.getByRole('listbox', { name: /./u })).toHaveCount(0);
      expect(
        await page.evaluate(() => document.activeElement?.closest('[aria-hidden="true"]') ?? null),
      ).toBeNull();
    });
