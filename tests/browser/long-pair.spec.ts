import type { Locator, Page } from '@playwright/test';

import { expect, test } from './setup/entente-test';
import { loadText } from './setup/load-text';

const PIECES = 720;
const LONG = `Donaudampfschifffahrts${'elektrizitätenhauptbetriebswerkbauunterbeamten'.repeat(3)}gesellschaft`;
/** A pane, its heads and what is in sight of some hundred pieces of evidence; all of them would be more than 10,000. */
const ELEMENTS_MAX = 1_500;

const evidence = (page: Page): Locator => page.getByRole('region', { name: 'Evidence', exact: true });

/** Statements of five types between the same two, each of a day of its own. */
function makeTriples(): string {
  const verbs = ['MET', 'ACCUSED', 'PRAISED', 'CRITICIZED', 'THREATENED'];
  const rows = Array.from({ length: PIECES }, (_, index) => {
    const day = new Date(Date.UTC(2001, 0, 1 + index)).toISOString().slice(0, 10);
    const ends = index % 3 === 0 ? 'Longpair Two,%,Longpair One' : 'Longpair One,%,Longpair Two';
    return `${ends.replace('%', verbs[index % verbs.length] ?? 'MET')},${day}`;
  });
  return ['subject,relation,object,start', ...rows, `Longpair One,MET,${LONG},2001-01-01`].join('\n');
}

let undo: (() => Promise<void>) | undefined;
test.afterEach(async () => {
  await undo?.();
});

test('a pair of many relations is read without all of it on the page, and long words wrap', async ({
  page,
  password,
}) => {
  test.setTimeout(180_000);
  undo = await loadText(page, password, { name: 'long-pair.csv', text: makeTriples() });

  await test.step('only what is in sight is on the page', async () => {
    await openPair(page);
    await expect(evidence(page).getByText(`1 of ${PIECES}`)).toBeVisible();
    expect(await evidence(page).locator('*').count()).toBeLessThan(ELEMENTS_MAX);
    const first = evidence(page).getByRole('article').first();
    await expect(first).toHaveAttribute('aria-posinset', '1');
    await expect(first).toHaveAttribute('aria-setsize', String(PIECES));
    await expect(evidence(page).getByText('the browser’s own search', { exact: false })).toBeVisible();
  });

  await test.step('n steps beyond what was in sight, and what is read is in sight', async () => {
    for (let step = 0; step < 40; step += 1) await page.keyboard.press('n');
    await expect(evidence(page).getByText(`41 of ${PIECES}`)).toBeVisible();
    const current = evidence(page).locator('[aria-current="true"]');
    await expect(current).toHaveAttribute('aria-posinset', '41');
    await expect(current).toBeFocused();
    await expect(current).toBeInViewport();
    expect(await evidence(page).locator('*').count()).toBeLessThan(ELEMENTS_MAX);
  });

  await test.step('a link opens it where it was read', async () => {
    // Steps that come fast reach the address a moment later.
    await expect
      .poll(async () => {
        const before = page.url();
        await page.waitForTimeout(500);
        return page.url() === before;
      })
      .toBe(true);
    await page.reload();
    await expect(evidence(page).getByText(`41 of ${PIECES}`)).toBeVisible();
    await expect(evidence(page).locator('[aria-current="true"]')).toBeInViewport();
  });

  await test.step('the end can be scrolled to, under the heading of its type', async () => {
    await evidence(page).evaluate((pane) => {
      pane.scrollTop = pane.scrollHeight;
    });
    await expect(evidence(page).locator(`[aria-posinset="${PIECES}"]`)).toBeInViewport();
    await expect(evidence(page).getByRole('heading', { level: 3 }).first()).toBeInViewport();
  });

  await test.step('a long word wraps in the pane and the table', async () => {
    await page.goto('/?view=table');
    await page.getByRole('combobox', { name: 'Search' }).fill('Donaudampf');
    await page.getByRole('option', { name: LONG, exact: true }).click();
    await expect(evidence(page).getByRole('heading', { level: 2 })).toContainText('Donaudampf');
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('.evidence-pane, .explorer-left, .table-scroller, .chips')]
        .filter((pane) => pane.scrollWidth > pane.clientWidth + 1)
        .map((pane) => `${pane.className} ${pane.scrollWidth} > ${pane.clientWidth}`),
    );
    expect(wide).toEqual([]);
  });
});

async function openPair(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('combobox', { name: 'Search' }).fill('Longpair One');
  await page.getByRole('option', { name: 'Longpair One', exact: true }).click();
  await evidence(page)
    .getByRole('region', { name: 'Relations' })
    .getByRole('button', { name: /Longpair Two/u })
    .first()
    .click();
}
