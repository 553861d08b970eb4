import { expect, test } from './setup/entente-test';

const DOCUMENT = '/documents/yu-xiaodong-right-time-to-talk';

test('the documents are listed with their source, date and counts', async ({ page }) => {
  await page.goto('/documents');

  const entry = page.getByRole('listitem').filter({ hasText: 'Right Time to Talk?' });
  await expect(entry).toContainText('NewsChina · Yu Xiaodong · August 2023');
  await expect(entry).toContainText(/\d+ passages · \d+ relations/u);
  await entry.getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Right Time to Talk?' })).toBeVisible();
  await expect(page).toHaveTitle('Right Time to Talk? · Entente');
});

test('a document says that it is a digest and whose the article is', async ({ page }) => {
  await page.goto(DOCUMENT);

  await expect(page.getByText('Digest in our own words', { exact: false }).first()).toBeVisible();
  await page.getByText('About this text').click();
  await expect(page.getByText(/A digest in our own words of the article by Yu Xiaodong/u)).toBeVisible();
});

test('names lead from a document to the graph', async ({ page }) => {
  await page.goto(DOCUMENT);
  const paragraph = page.getByRole('region', { name: 'Paragraph 1', exact: true });

  await paragraph.getByRole('link', { name: 'Qin Gang', exact: true }).click();

  await expect(page).toHaveURL(/\/\?entity=qin-gang/u);
});

test('what a paragraph says is marked when pointed at, and one click from its graph', async ({ page }) => {
  await page.goto(DOCUMENT);
  const paragraph = page.getByRole('region', { name: 'Paragraph 1', exact: true });
  const said = paragraph.getByRole('link', { name: 'Antony Blinken met Qin Gang' });

  await said.hover();
  await expect(paragraph.getByTitle('Subject: Antony Blinken')).toBeVisible();
  await expect(paragraph.getByTitle('Object: Qin Gang')).toBeVisible();
  await said.click();

  await expect(page).toHaveURL(/\/\?pair=antony-blinken(,|%2C)qin-gang/u);
});

test('an address with a paragraph opens there, and another number moves on', async ({ page }) => {
  await page.goto(`${DOCUMENT}#p-14`);
  const paragraph = page.getByRole('region', { name: 'Paragraph 14', exact: true });
  await expect(paragraph).toBeInViewport();
  await expect(paragraph).toHaveAttribute('aria-current', 'location');

  await page.getByRole('link', { name: 'Link to paragraph 13' }).click();

  await expect(page.getByRole('region', { name: 'Paragraph 13', exact: true })).toHaveAttribute(
    'aria-current',
    'location',
  );
  await expect(paragraph).not.toHaveAttribute('aria-current');
});

test('a document that is not there gets words and a way on', async ({ page }) => {
  await page.goto('/documents/nothing-here');

  await expect(page.getByRole('heading', { name: 'There is no document at this address' })).toBeVisible();
  await page.getByRole('link', { name: 'the list of documents' }).click();
  await expect(page.getByRole('heading', { name: 'Documents', level: 1 })).toBeVisible();
});

test('the theme is chosen once and kept', async ({ page }) => {
  await page.goto('/documents');

  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  await page.reload();

  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('combobox', { name: 'Theme' })).toHaveValue('dark');
});

test('the theme follows the system until one is chosen', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/documents');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');

  await page.emulateMedia({ colorScheme: 'dark' });

  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the first key leads past the header', async ({ page }) => {
  await page.goto('/documents');

  await page.keyboard.press('Tab');

  await expect(page.getByRole('link', { name: 'Skip to the main content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

for (const address of ['/documents', `${DOCUMENT}#p-14`]) {
  test(`nothing scrolls sideways at ${address} on a screen 320 px wide`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing serious at ${address} in the ${theme} theme`, async ({ page, findBarriers }) => {
      await page.emulateMedia({ colorScheme: theme });
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

      expect(await findBarriers()).toEqual([]);
    });
  }
}
