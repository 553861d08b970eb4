import type { Locator, Page } from '@playwright/test';

import { expect, test } from './setup/entente-test';

/** What a first user does, in one go; recorded, step by step, in the trace of the run. Without motion, places on the canvas hold still. */
test.use({ trace: 'on', contextOptions: { reducedMotion: 'reduce' } });

/** How long the page may take to show in its address what was clicked. */
const HIT_LIMIT_MS = 1500;

const evidence = (page: Page): Locator => page.getByRole('region', { name: 'Evidence' });
const graph = (page: Page): Locator => page.getByRole('application', { name: /^Graph of/u });

async function visit(page: Page, typed: string, name: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(typed);
  await page.getByRole('option', { name }).first().click();
  await expect(evidence(page).getByRole('heading', { level: 2, name })).toBeVisible();
}

/** Where the entity that was just visited lies: the ring of the keyboard is around it. */
async function findOnCanvas(page: Page): Promise<{ x: number; y: number }> {
  await graph(page).focus();
  const ring = graph(page).locator('[aria-hidden="true"]').last();
  await expect(ring).toBeVisible();
  let last = { x: 0, y: 0 };
  await expect(async () => {
    const box = await ring.boundingBox();
    const now = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
    const moved = Math.hypot(now.x - last.x, now.y - last.y);
    last = now;
    expect(moved).toBeLessThan(1);
  }).toPass({ intervals: [250] });
  return last;
}

test('a first user sees the graph, reads the evidence of a node and an edge, and asks the console', async ({
  page,
  password,
}) => {
  test.setTimeout(180_000);
  await page.goto('/');
  await expect(graph(page)).toHaveAttribute('data-layout', 'settled', { timeout: 30_000 });
  await expect(page.getByText('Settled')).toBeVisible();

  await test.step('searches Blinken, clicks the node and reads a passage', async () => {
    await visit(page, 'Blinken', 'Antony Blinken');
    const blinken = await findOnCanvas(page);
    await page.keyboard.press('Escape');
    await expect(page).not.toHaveURL(/entity=/u);
    await page.mouse.click(blinken.x, blinken.y);
    await expect(page).toHaveURL(/entity=antony-blinken/u);
    await expect(evidence(page).locator('mark').filter({ hasText: 'Blinken' }).first()).toBeVisible();
  });

  await test.step('clicks the edge between the United States and China', async () => {
    await visit(page, 'United States', 'United States');
    await page.getByRole('button', { name: 'Fit' }).click();
    const one = await findOnCanvas(page);
    await visit(page, 'China', 'China');
    await page.getByRole('button', { name: 'Fit' }).click();
    const other = await findOnCanvas(page);
    await page.keyboard.press('Escape');
    await clickBetween(page, one, other);
    await expect(evidence(page).getByRole('heading', { level: 2 })).toHaveText(
      /United States.*China|China.*United States/u,
    );
  });

  await test.step('steps through its passages and sees a denial', async () => {
    await expect(evidence(page)).toContainText(/1 of \d+/u);
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    await expect(evidence(page)).toContainText(/3 of \d+/u);
    await page.keyboard.press('p');
    await expect(evidence(page)).toContainText(/2 of \d+/u);
    await expect(
      evidence(page)
        .getByText(/^Denied/u)
        .first(),
    ).toBeVisible();
  });

  await test.step('opens the document at the paragraph, and goes back', async () => {
    await evidence(page).getByRole('link', { name: /open/iu }).first().click();
    await expect(page).toHaveURL(/\/documents\/[^#]+#p-\d+/u);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(/pair=/u);
  });

  await test.step('signs in, runs a query and is refused a write', async () => {
    await page.getByRole('link', { name: 'Admin' }).click();
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Run' }).click();
    const result = page.getByRole('region', { name: 'Result' });
    await expect(result.getByRole('status')).toContainText('all of them');
    await page.getByRole('textbox', { name: 'Cypher statement' }).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('MATCH (n) DETACH DELETE n');
    await page.keyboard.press('Control+Enter');
    await expect(result.getByRole('alert')).toContainText('Line 1, column 11');
  });
});

/** Clicks across the way between the two countries until an edge of theirs is hit: edges bend, and others cross. */
async function clickBetween(
  page: Page,
  one: { x: number; y: number },
  other: { x: number; y: number },
): Promise<void> {
  const length = Math.hypot(other.x - one.x, other.y - one.y);
  const across = { x: -(other.y - one.y) / length, y: (other.x - one.x) / length };
  const middle = { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
  const wanted = /pair=(united-states(%2C|,)china|china(%2C|,)united-states)/u;
  for (const offset of [0, 5, -5, 10, -10, 15, -15, 20, -20, 25, -25]) {
    const place = { x: middle.x + across.x * offset, y: middle.y + across.y * offset };
    await page.mouse.move(place.x, place.y);
    await page.mouse.click(place.x, place.y);
    const isHit = await page.waitForURL(wanted, { timeout: HIT_LIMIT_MS }).then(
      () => true,
      () => false,
    );
    if (isHit) return;
  }
}
