import type { Locator, Page } from '@playwright/test';

import { expect, test } from './setup/entente-test';

const evidence = (page: Page): Locator => page.getByRole('region', { name: 'Evidence' });
const graph = (page: Page): Locator => page.getByRole('application');
const tools = (page: Page): Locator => page.getByRole('group', { name: 'Tools' });

async function openSettled(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(graph(page)).toHaveAttribute('data-layout', 'settled', { timeout: 60_000 });
}

/** The number at the end of a filter's row: of those that pass the others, or of all. */
async function countAt(page: Page, name: RegExp): Promise<number> {
  const row = page.locator('.check-row', { has: page.getByRole('checkbox', { name }) });
  await expect(row.locator('.number')).toBeVisible();
  return Number.parseInt(await row.locator('.number').innerText(), 10);
}

test('a pair shows under filters what passes, says of how much, and shows all when asked', async ({
  page,
}) => {
  await openSettled(page, '/?pair=china%2Cunited-states&class=verbal-conflict');
  const note = evidence(page).locator('.filtered-note');

  await expect(note).toContainText(/^\d+ of 47 pieces of evidence under these filters/u);
  const few = Number.parseInt(await note.innerText(), 10);
  await expect(evidence(page).locator('[data-evidence]')).toHaveCount(few);
  await note.getByRole('button', { name: 'show all' }).click();

  await expect(note).toContainText('All 47 pieces of evidence, without the filters');
  await expect(evidence(page).locator('[data-evidence]')).toHaveCount(47);
  await expect(page).toHaveURL(/class=verbal-conflict/u);
  await note.getByRole('button', { name: 'apply the filters' }).click();
  await expect(evidence(page).locator('[data-evidence]')).toHaveCount(few);
});

test('a pair of which nothing passes says so, with the way to all of it', async ({ page }) => {
  await openSettled(page, '/?pair=china%2Cunited-states&class=');

  await expect(evidence(page).getByText('Nothing between these two passes the filters')).toBeVisible();
  await evidence(page).getByRole('button', { name: 'show all' }).click();

  await expect(evidence(page).locator('[data-evidence]')).toHaveCount(47);
});

test('an entity shows under a filter its passages and relations that pass, and of how many', async ({
  page,
}) => {
  await openSettled(page, '/?entity=china&class=verbal-conflict');

  const note = evidence(page).locator('.filtered-note');
  await expect(note).toContainText(/^\d+ of \d+ relations and \d+ of \d+ passages under these filters/u);
  const groups = evidence(page).locator('h4 .group-class');
  for (const words of await groups.allInnerTexts()) expect(words).toBe('verbal conflict');
});

test('the counts of sources follow the other filters', async ({ page }) => {
  await openSettled(page, '/');
  const before = await countAt(page, /^NewsChina/u);

  await page.getByRole('checkbox', { name: /^Other/u }).uncheck();
  await expect(page.locator('.filter-waiting')).toHaveCount(0);

  expect(await countAt(page, /^NewsChina/u)).toBeLessThan(before);
  await page.getByRole('button', { name: 'Clear the filter on relations' }).click();
  await expect(page.locator('.filter-waiting')).toHaveCount(0);
  expect(await countAt(page, /^NewsChina/u)).toBe(before);
});

test('what is only expected or imagined can be left out', async ({ page }) => {
  await openSettled(page, '/');

  await page.getByRole('checkbox', { name: /^Hypothetical/u }).uncheck();
  await page.getByRole('checkbox', { name: /^Expected/u }).uncheck();

  await expect(page).toHaveURL(/modality=actual$/u);
  await expect(graph(page)).toHaveAccessibleName(/and 196 relations/u);
});

test('every gap between what the store holds and what is drawn is said', async ({ page }) => {
  await openSettled(page, '/');

  await expect(page.getByText('1 more relation is only denied, and so not drawn')).toBeVisible();
  await expect(graph(page)).toHaveAccessibleName(/^Graph of 98 entities and 208 relations/u);
});

test('the most written about pair has as many pieces of evidence as its list says', async ({ page }) => {
  await openSettled(page, '/');
  const [first] = await evidence(page)
    .getByRole('region', { name: 'Most written about' })
    .getByRole('button')
    .all();
  const words = (await first?.innerText()) ?? '';

  await first?.click();

  const count = Number.parseInt(/(\d+) pieces of evidence/u.exec(words)?.[1] ?? '', 10);
  await expect(evidence(page).locator('[data-evidence]')).toHaveCount(count);
});

test('an expansion counts neighbours, brings some with each press, and says when all are shown', async ({
  page,
}) => {
  await openSettled(page, '/?seed=nancy-pelosi&seed=united-states&entity=united-states');
  const more = tools(page).getByRole('button', { name: /^Show more/u });
  const complete = tools(page).getByText(/^All \d+ neighbours are shown\.$/u);
  let left = Number.POSITIVE_INFINITY;

  while (await more.isVisible()) {
    const now = Number(/\((\d+) neighbour/u.exec(await more.innerText())?.[1]);
    expect(now).toBeLessThan(left);
    left = now;
    await more.click();
    await expect(graph(page)).toHaveAttribute('data-layout', 'settled');
    await expect(more.or(complete)).toBeVisible();
    await expect(tools(page).getByText(`(${left} neighbour`)).toHaveCount(0);
  }

  await expect(complete).toBeVisible();
  await graph(page).focus();
  // The first arrow goes to who is selected.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^All \d+ neighbours are shown\.$/u)).toHaveCount(2);
});
