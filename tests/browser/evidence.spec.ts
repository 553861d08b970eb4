import type { Locator, Page } from '@playwright/test';

import { expect, test } from './setup/entente-test';

const PAIR = '/?pair=united-states,china';
const CHINA = '/?entity=china';

test('a pair shows every passage behind it, and p and n step through them', async ({ page }) => {
  await page.goto(PAIR);
  const pane = evidence(page);
  await expect(pane.getByRole('heading', { name: 'United States and China' })).toBeVisible();
  const total = await pane.getByRole('article').count();

  await page.keyboard.press('n');

  await expect(pane.getByText(`2 of ${total}`)).toBeVisible();
  await expect(pane.getByRole('article', { name: 'Evidence 2', exact: true })).toBeFocused();
  await page.keyboard.press('n');
  await page.keyboard.press('p');
  await expect(pane.getByRole('article', { name: 'Evidence 2', exact: true })).toBeInViewport();
  await pane.getByRole('button', { name: 'Previous piece of evidence' }).click();
  await expect(pane.getByText(`1 of ${total}`)).toBeVisible();
});

test('letters that are typed into a field do not step', async ({ page }) => {
  await page.goto(PAIR);
  await expect(evidence(page).getByText(/^1 of \d+$/u)).toBeVisible();

  await page.getByRole('combobox', { name: 'Theme' }).press('n');

  await expect(evidence(page).getByText(/^1 of \d+$/u)).toBeVisible();
});

test('subject, object and quote are marked where the passage says them', async ({ page }) => {
  await page.goto(PAIR);
  const first = evidence(page).getByRole('article').first();

  await expect(first.getByTitle(/^Subject: /u).first()).toBeVisible();
  await expect(first.getByTitle(/^Object: /u).first()).toBeVisible();
  await expect(first.getByTitle('Quoted as evidence').first()).toBeVisible();
});

test('a contested relation is followed by its denial, which says who denies', async ({ page }) => {
  await page.goto(PAIR);
  const contested = evidence(page)
    .getByRole('article', { name: /a denial/u })
    .filter({ hasText: 'Denied by China' })
    .first();

  await expect(contested).toBeVisible();
  await expect(contested.getByText('NewsChina')).toBeVisible();
});

test('one direction of a pair can be read alone', async ({ page }) => {
  await page.goto(PAIR);
  const pane = evidence(page);

  await pane.getByRole('tab', { name: /^China → United States/u }).click();

  const sentences = pane.getByRole('heading', { level: 4 });
  await expect(sentences.first()).toHaveText(/^(?:contested)?\W*China /iu);
  await expect(sentences.filter({ hasText: /^(?:contested)?\W*United States /iu })).toHaveCount(0);
});

test('a passage is copied with its citation', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(PAIR);
  const first = evidence(page).getByRole('article').first();

  await first.getByRole('button', { name: /^Cite/u }).click();

  await expect(first.getByRole('status')).toHaveText('Copied with its citation');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^“.+”\n.+, “.+”, .+ 2023, ¶ \d+\./u);
});

test('a passage opens in its document, at its paragraph', async ({ page }) => {
  await page.goto(PAIR);
  const link = evidence(page)
    .getByRole('link', { name: /^Open paragraph \d+/u })
    .first();
  const [number] = /\d+/u.exec((await link.getAttribute('aria-label')) ?? '') ?? [];

  await link.click();

  const paragraph = page.getByRole('region', { name: `Paragraph ${number}`, exact: true });
  await expect(paragraph).toBeInViewport();
  await expect(paragraph).toHaveAttribute('aria-current', 'location');
});

test('an entity shows its passages and its relations, and leads on to both', async ({ page }) => {
  await page.goto(CHINA);
  const pane = evidence(page);
  await expect(pane.getByRole('heading', { name: 'China', level: 2 })).toBeVisible();
  await expect(pane.getByText(/Also called .*中国/u)).toBeVisible();
  await expect(pane.getByTitle('Selected: China').first()).toBeVisible();

  const shown = pane.getByRole('article');
  const before = await shown.count();
  await pane.getByRole('button', { name: /more passages?$/u }).click();
  await expect.poll(() => shown.count()).toBeGreaterThan(before);

  await pane
    .getByRole('region', { name: 'Relations' })
    .getByRole('button', { name: /endangered United States/u })
    .first()
    .click();
  await expect(pane.getByRole('heading', { name: 'China and United States' })).toBeVisible();
});

test('another entity in a passage can be followed', async ({ page }) => {
  await page.goto(CHINA);
  const pane = evidence(page);

  await pane.getByRole('article').getByRole('link', { name: 'Antony Blinken' }).first().click();

  await expect(pane.getByRole('heading', { name: 'Antony Blinken', level: 2 })).toBeVisible();
});

test('with nothing selected the pane says what the data are and where to begin', async ({ page }) => {
  await page.goto('/');
  const pane = evidence(page);
  await expect(pane.getByText(/relations between .+ entities/u)).toBeVisible();

  await pane.getByRole('region', { name: 'Most contested' }).getByRole('button').first().click();

  await expect(pane.getByText('contested', { exact: true }).first()).toBeVisible();
});

test('a server that does not answer is said, and asked again', async ({ page }) => {
  await page.route('**/api/edges*', (route) => route.abort());
  await page.goto(PAIR);
  await expect(evidence(page).getByRole('alert')).toContainText('The server does not answer');

  await page.unroute('**/api/edges*');
  await evidence(page).getByRole('button', { name: 'Try again' }).click();

  await expect(evidence(page).getByRole('heading', { name: 'United States and China' })).toBeVisible();
});

test('an entity that is not there gets words and a way back', async ({ page }) => {
  await page.goto('/?entity=nobody-at-all');

  await expect(evidence(page).getByText('This entity is not in the store')).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  for (const address of [PAIR, CHINA]) {
    test(`axe finds nothing serious at ${address} in the ${theme} theme`, async ({ page, findBarriers }) => {
      await page.emulateMedia({ colorScheme: theme });
      await page.goto(address);
      await expect(evidence(page).getByRole('article').first()).toBeVisible();

      expect(await findBarriers()).toEqual([]);
    });
  }
}

function evidence(page: Page): Locator {
  return page.getByRole('region', { name: 'Evidence', exact: true });
}
