import type { Page } from '@playwright/test';

import { graph, openSettled, readDrawing } from './setup/drawing';
import { expect, test } from './setup/entente-test';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test.describe('Chinese names', () => {
  // A load and its undoing come on top of what is looked at.
  test.describe.configure({ timeout: 120_000 });

  const rows = 'subject,relation,object\n张小明,MET,李大海\n李大海,MET,张小明\n';

  test.beforeEach(async ({ page, password }) => {
    await signIn(page, password);
    await page.getByLabel('Files', { exact: true }).setInputFiles({
      name: 'chinese.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(rows),
    });
    await page.getByRole('button', { name: 'Load', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Loaded' })).toBeVisible();
  });

  test.afterEach(async ({ page }) => {
    await page.goto('/admin/load');
    await page.getByRole('button', { name: 'Undo chinese.csv' }).click();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect(page.getByText('chinese.csv was undone')).toBeVisible();
  });

  test('are written in a font that has their characters, on the canvas and in the table', async ({
    page,
  }) => {
    await openSettled(page, '/');
    await expect.poll(() => hanFaces(page)).toBeGreaterThan(0);
    const first = await readName(page, '张小明');

    // Another frame is drawn with what is loaded by now: the one before had it already.
    await graph(page).focus();
    await page.keyboard.press('+');
    await page.keyboard.press('0');
    await expect.poll(async () => differ(await readName(page, '张小明'), first)).toBeLessThan(0.02);

    await page.goto('/?view=table');
    // Only rows in sight are on the page: sorted by name, backwards, these come first.
    const byName = page.getByRole('columnheader').first().getByRole('button');
    await byName.click();
    await byName.click();
    await expect(page.getByRole('button', { name: '张小明', exact: true }).first()).toBeVisible();
    await expect.poll(() => hanFaces(page)).toBeGreaterThan(0);
  });
});

test.describe('forced colours', () => {
  for (const colorScheme of ['light', 'dark'] as const)
    test(`keep class marks, shapes and names apart from a ${colorScheme} ground`, async ({ page }) => {
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      await openSettled(page, '/');

      const ground = await colourOf(page, 'body', 'backgroundColor');
      const marks = await page
        .locator('.filter-pane .class-mark')
        .evaluateAll((all) => all.map((mark) => getComputedStyle(mark).backgroundColor));
      expect(new Set(marks).size).toBe(5);
      expect(marks).not.toContain(ground);
      expect(await colourOf(page, '.shape-icon', 'fill')).not.toBe(ground);
      expect(await inkColours(page)).toEqual(
        expect.arrayContaining([ground, await colourOf(page, 'body', 'color')]),
      );
    });
});

async function signIn(page: Page, password: string): Promise<void> {
  await page.goto('/admin/load');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Load', exact: true })).toBeVisible();
}

/** How many files of the Chinese font have come. */
function hanFaces(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      [...document.fonts].filter(
        ({ family, status }) => family.includes('Noto Sans SC') && status === 'loaded',
      ).length,
  );
}

/** The pixels of a name. */
async function readName(page: Page, text: string): Promise<string> {
  const { names } = await readDrawing(page);
  const name = names.find((one) => one.text === text);
  if (!name) return '';
  return page.locator('canvas.sigma-names').evaluate((canvas, box) => {
    if (!(canvas instanceof HTMLCanvasElement)) return '';
    const { left, top, width } = canvas.getBoundingClientRect();
    const scale = canvas.width / width;
    const [x, y, across, down] = [box.left - left, box.top - top, box.right - box.left, box.bottom - box.top];
    const pixels = canvas
      .getContext('2d')
      ?.getImageData(x * scale, y * scale, across * scale, down * scale).data;
    return pixels ? [...pixels].join() : '';
  }, name);
}

/** The share of values that differ by more than the rounding of a blend; 1 where the pictures have other sizes. */
function differ(one: string, other: string): number {
  const [ones, others] = [one, other].map((text) => text.split(',').map(Number));
  if (!ones || ones.length !== others?.length) return 1;
  return ones.filter((value, at) => Math.abs(value - (others[at] ?? 0)) > 12).length / ones.length;
}

function colourOf(
  page: Page,
  selector: string,
  property: 'backgroundColor' | 'color' | 'fill',
): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element)[name], property);
}

/** The opaque colours with which names are written, halo and letters. */
function inkColours(page: Page): Promise<string[]> {
  return page.locator('canvas.sigma-names').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) return [];
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    const colours = new Set<string>();
    for (let at = 0; at < pixels.length; at += 4)
      if (pixels[at + 3] === 255) colours.add(`rgb(${pixels[at]}, ${pixels[at + 1]}, ${pixels[at + 2]})`);
    return [...colours];
  });
}
