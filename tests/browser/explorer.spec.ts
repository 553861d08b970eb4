import type { Locator, Page } from '@playwright/test';

import { expect, test } from './setup/entente-test';

const SMALL_SCREEN = { width: 390, height: 844 };

test.describe('the graph', () => {
  test('is there on the first visit, drawn and settled', async ({ page }) => {
    await page.goto('/');

    await expect(graph(page)).toHaveAttribute('data-layout', 'settled');
    await expect(graph(page)).toHaveAccessibleName(/Graph of \d{2,} entities and \d{3,} relations/u);
    await expect(tools(page).getByText('Settled')).toBeVisible();
  });

  test('is the same picture each time the same address is opened', async ({ page }) => {
    await openSettled(page, '/?entity=china');
    const first = await graph(page).screenshot();

    await openSettled(page, '/?entity=china');

    expect(first.equals(await graph(page).screenshot())).toBe(true);
  });

  test('opens an entity that is clicked, and lets go when its ground is clicked', async ({ page }) => {
    await openSettled(page, '/');
    const { x, y } = await findByKeyboard(page, 'Nancy Pelosi');

    await page.keyboard.press('Escape');
    await page.mouse.click(x, y);

    await expect(evidence(page).getByRole('heading', { name: 'Nancy Pelosi' })).toBeVisible();
    expect(new URL(page.url()).search).toBe('?entity=nancy-pelosi');
    await tools(page).getByRole('button', { name: 'Fit' }).click();
    const box = await boxOf(graph(page));
    // While the camera is still on its way, what lies in the corner may not be ground yet.
    await expect(async () => {
      await page.mouse.click(box.x + 3, box.y + 3);
      await expect(page).toHaveURL(/\/$/u, { timeout: 1500 });
    }).toPass();
  });

  test('opens what lies between two where the line between them is clicked', async ({ page }) => {
    await openSettled(page, '/');
    const pelosi = await findByKeyboard(page, 'Nancy Pelosi');
    const taiwan = await walkTo(page, 'Taiwan');

    await page.mouse.click((pelosi.x + taiwan.x) / 2, (pelosi.y + taiwan.y) / 2);

    await expect(evidence(page).getByRole('heading', { name: 'Nancy Pelosi and Taiwan' })).toBeVisible();
    await expect(page).toHaveURL(/pair=nancy-pelosi%2Ctaiwan/u);
  });

  test('says that there is no more around an entity that is clicked twice when all of it is shown', async ({
    page,
  }) => {
    await openSettled(page, '/');
    const { x, y } = await findByKeyboard(page, 'Nancy Pelosi');

    await page.mouse.dblclick(x, y);

    await expect(page.getByText(/^All \d+ neighbours are shown\.$/u).first()).toBeVisible();
    await expect(shown(page).getByRole('button', { name: 'Remove: Around Nancy Pelosi' })).toBeHidden();
  });

  test('keeps an entity where it was dragged, in the link too', async ({ page }) => {
    await openSettled(page, '/');
    const from = await findByKeyboard(page, 'Nancy Pelosi');

    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y - 40, { steps: 6 });
    await page.mouse.up();

    await expect(page).toHaveURL(/pin=nancy-pelosi/u);
    await page.reload();
    await expect(graph(page)).toHaveAttribute('data-layout', 'settled');
    await expect(tools(page).getByRole('button', { name: 'Unpin' })).toBeVisible();
  });

  test('can be walked, opened and left with keys alone, in words', async ({ page }) => {
    await openSettled(page, '/');
    await graph(page).focus();

    await page.keyboard.press('ArrowRight');
    await expect(page.getByText('United States, country,')).toBeAttached();
    await page.keyboard.press('Enter');
    await expect(evidence(page).getByRole('heading', { name: 'United States' })).toBeVisible();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Shift+Enter');
    await expect(evidence(page).getByRole('heading', { name: /^United States and / })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/\/$/u);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  });
});

test.describe('the search', () => {
  test('goes to an entity by a part of its name', async ({ page }) => {
    await openSettled(page, '/');

    await page.keyboard.press('/');
    await page.keyboard.type('Blinken');
    await page.getByRole('option', { name: 'Antony Blinken', exact: true }).click();

    await expect(evidence(page).getByRole('heading', { name: 'Antony Blinken' })).toBeVisible();
    await expect(page).toHaveURL(/entity=antony-blinken/u);
    await expect(page.getByRole('listbox')).toBeHidden();
  });

  test('says what to do when nothing is called that', async ({ page }) => {
    await openSettled(page, '/');

    await page.getByRole('combobox', { name: 'Search' }).fill('zzzzqqqq');

    await expect(page.locator('.search-words', { hasText: 'Nothing has that name.' })).toBeVisible();
  });
});

test.describe('filters', () => {
  test('narrow the graph, say so, stay in the address, and go with one click', async ({ page }) => {
    await openSettled(page, '/');
    const all = await graph(page).getAttribute('aria-label');

    await page.getByRole('checkbox', { name: /^Other/u }).uncheck();
    await expect(graph(page)).not.toHaveAccessibleName(all ?? '');
    await expect(page).toHaveURL(/class=verbal-conflict/u);
    await expect(graph(page)).toHaveAttribute('data-layout', 'settled');
    const few = (await graph(page).getAttribute('aria-label')) ?? '';
    await page.reload();

    await expect(graph(page)).toHaveAccessibleName(few);
    await page.getByRole('button', { name: 'Clear the filter on relations' }).click();
    await expect(graph(page)).toHaveAccessibleName(all ?? '');
  });

  test('combine, and bring what they hide back when nothing is left', async ({ page }) => {
    await openSettled(page, '/');

    await page.getByRole('button', { name: /^met/u }).click();
    await page.getByRole('checkbox', { name: /^Verbal cooperation/u }).uncheck();

    await expect(page.getByText('No relation passes these filters.')).toBeVisible();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await expect(page).toHaveURL(/\/$/u);
  });

  test('by source ask the server, which alone knows', async ({ page }) => {
    await openSettled(page, '/');
    const all = (await graph(page).getAttribute('aria-label')) ?? '';

    await page.getByRole('checkbox', { name: /^China Daily/u }).uncheck();

    await expect(graph(page)).not.toHaveAccessibleName(all);
    await expect(page).toHaveURL(/source=/u);
  });
});

test.describe('the table', () => {
  test('lists what the graph shows, and selects what the graph selects', async ({ page }) => {
    await openSettled(page, '/?entity=nancy-pelosi');

    await tools(page).getByRole('button', { name: 'Table' }).click();
    const table = page.getByRole('table', { name: 'Relations' });
    await expect(table).toBeVisible();
    await table.getByRole('button', { name: 'Subject' }).click();
    await table
      .getByRole('button', { name: /^Evidence\. /u })
      .first()
      .click();

    await expect(page).toHaveURL(/pair=/u);
    await expect(table.locator('[aria-current="true"]').first()).toBeVisible();
    await page.getByRole('tab', { name: /^Entities/u }).click();
    await page
      .getByRole('table', { name: 'Entities' })
      .getByRole('button', { name: 'China', exact: true })
      .click();
    await expect(page).toHaveURL(/entity=china/u);
  });

  test('takes the place of the graph where there is no WebGL, with a sentence', async ({ page }) => {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });

    await page.goto('/');

    await expect(page.getByText('The graph cannot be drawn')).toBeVisible();
    await expect(page.getByRole('table', { name: 'Relations' })).toBeVisible();
  });

  test('stands in when the graphics are lost, until the graph is drawn again', async ({ page }) => {
    await openSettled(page, '/');
    await page.locator('canvas.sigma-nodes').evaluate((canvas) => {
      if (canvas instanceof HTMLCanvasElement)
        canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    });

    await expect(page.getByRole('table', { name: 'Relations' })).toBeVisible();
    await page.getByRole('button', { name: 'Try to draw it again' }).click();
    await expect(graph(page)).toHaveAttribute('data-layout', 'settled');
  });
});

test.describe('on a small screen', () => {
  test.use({ viewport: SMALL_SCREEN });

  test('the table comes first, and the evidence as a sheet that can be closed', async ({ page }) => {
    await page.goto('/');
    const table = page.getByRole('table', { name: 'Relations' });

    await table
      .getByRole('button', { name: /^Evidence\. /u })
      .first()
      .click();

    await expect(evidence(page).getByRole('heading', { level: 2 }).first()).toBeInViewport();
    await page.getByRole('button', { name: 'Close the evidence' }).click();
    await expect(evidence(page)).toBeHidden();
    await page.getByRole('button', { name: /^Filter/u }).click();
    await expect(page.getByRole('dialog', { name: 'Filter' })).toBeVisible();
  });

  test('nothing scrolls sideways, down to 320 pixels', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const address of ['/', '/?view=graph', '/?pair=united-states,china']) {
      await page.goto(address);
      await expect(tools(page)).toBeVisible();

      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
  });
});

for (const address of ['/', '/?view=table', '/?entity=china', '/?pair=united-states,china'])
  test(`nothing serious bars the way at ${address}`, async ({ page, findBarriers }) => {
    await page.goto(address);
    await expect(tools(page)).toBeVisible();
    await expect(page.getByRole('checkbox', { name: /^Other/u })).toBeVisible();

    expect(await findBarriers()).toEqual([]);
  });

interface Place {
  readonly x: number;
  readonly y: number;
}

function graph(page: Page): Locator {
  return page.getByRole('application', { name: /^Graph of/u });
}

function evidence(page: Page): Locator {
  return page.getByRole('region', { name: 'Evidence' });
}

function tools(page: Page): Locator {
  return page.getByRole('group', { name: 'Tools' });
}

function shown(page: Page): Locator {
  return page.getByRole('group', { name: 'What is shown' });
}

async function openSettled(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(graph(page)).toHaveAttribute('data-layout', 'settled');
}

/** Where an entity lies on the screen: the ring of the keyboard is around it once the search has gone there. */
async function findByKeyboard(page: Page, name: string): Promise<Place> {
  const search = page.getByRole('combobox', { name: 'Search' });
  await search.fill(name);
  await page.getByRole('option', { name, exact: true }).click();
  await expect(evidence(page).getByRole('heading', { name, exact: true })).toBeVisible();
  await graph(page).focus();
  return ringPlace(page);
}

/** Walks to a neighbour in whichever direction it lies. */
async function walkTo(page: Page, name: string): Promise<Place> {
  for (const key of ['ArrowUp', 'ArrowLeft', 'ArrowRight', 'ArrowDown']) {
    const before = new URL(page.url()).search;
    await page.keyboard.press(key);
    if (await page.getByText(`${name}, `).first().isVisible()) return ringPlace(page);
    expect(new URL(page.url()).search).toBe(before);
  }
  throw new Error(`No arrow key leads to ${name}.`);
}

/** The ring follows the camera: its place counts once it stays. */
async function ringPlace(page: Page): Promise<Place> {
  const ring = page.locator('.canvas-cursor');
  let before = await boxOf(ring);
  await expect
    .poll(async () => {
      const now = await boxOf(ring);
      const isStill = now.x === before.x && now.y === before.y;
      before = now;
      return isStill;
    })
    .toBe(true);
  return { x: before.x + before.width / 2, y: before.y + before.height / 2 };
}

async function boxOf(locator: Locator): Promise<Place & { readonly width: number; readonly height: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not on the page.');
  return box;
}
