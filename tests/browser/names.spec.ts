import type { Page } from '@playwright/test';

import { graph, evidence, openSettled, readDrawing, tools, type Box, type Drawing } from './setup/drawing';
import { expect, test } from './setup/entente-test';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** A name stands this close to its node at the most, and this well centred on it, in pixels. */
const NEAR = 9;
const CENTRED = 1.5;

/** The ratios of common screens and zooms. */
for (const deviceScaleFactor of [1, 1.25, 2, 3])
  test.describe(`at ${deviceScaleFactor} device pixels to a CSS pixel`, () => {
    test.use({ deviceScaleFactor });

    test('every name stands at its node: at first, after the table, and in another window', async ({
      page,
    }) => {
      await openSettled(page, '/');
      await expectNamesAtNodes(page);

      await tools(page).getByRole('button', { name: 'Table' }).click();
      await expect(page.getByRole('table', { name: 'Relations' })).toBeVisible();
      await tools(page).getByRole('button', { name: 'Graph' }).click();
      await expectNamesAtNodes(page);

      await page.setViewportSize({ width: 1180, height: 700 });
      await expectNamesAtNodes(page);
      await expectClickOpens(page, 'right');
    });
  });

test.describe('when the ratio changes while the page is open', () => {
  test.use({ deviceScaleFactor: 1 });

  test('by another screen, all is drawn as finely as it shows, and clicks meet what is there', async ({
    page,
  }) => {
    await openSettled(page, '/');
    expect(await sharpness(page)).toEqual({ names: 1, nodes: 1 });

    await changeRatio(page, { width: 1440, height: 900, ratio: 3 });

    await expectNamesAtNodes(page);
    expect(await sharpness(page)).toEqual({ names: 3, nodes: 3 });
    await expectClickOpens(page, 'right');
    await expectClickOpens(page, 'top');
  });

  test('by a zoom of the page, names stand at their nodes and clicks meet them', async ({ page }) => {
    await openSettled(page, '/');

    for (const ratio of [1.25, 0.8]) {
      await changeRatio(page, { width: Math.round(1440 / ratio), height: Math.round(900 / ratio), ratio });
      await expectNamesAtNodes(page);
    }
    await expectClickOpens(page, 'right');
  });
});

interface Screen {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

async function changeRatio(page: Page, { width, height, ratio }: Screen): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: ratio,
    mobile: false,
  });
  await expect.poll(() => page.evaluate(() => window.devicePixelRatio)).toBeCloseTo(ratio);
}

/** How many pixels the bitmaps have to a CSS pixel. */
async function sharpness(page: Page): Promise<{ names: number; nodes: number }> {
  const read = (layer: string) =>
    page.locator(`canvas.sigma-${layer}`).evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return 0;
      return Math.round((100 * canvas.width) / canvas.getBoundingClientRect().width) / 100;
    });
  return { names: await read('names'), nodes: await read('nodes') };
}

async function expectNamesAtNodes(page: Page): Promise<void> {
  await expect(graph(page)).toHaveAttribute('data-layout', 'settled');
  await expect(async () => {
    const drawing = await readDrawing(page);

    expect(findGap(drawing)).toBeLessThan(1);
    expect(drawing.names.length).toBeGreaterThan(30);
    expect(findAstray(drawing)).toEqual([]);
    // Letters really are painted where the layer says, and nowhere else.
    expect(drawing.names.filter(({ ink }) => ink < 0.3).map(({ text }) => text)).toEqual([]);
    expect(drawing.strayInk).toBe(0);
  }).toPass({ timeout: 10_000 });
}

/** How far the layer of names lies from the canvas around it on the side where they differ most; a page lays out in parts of a pixel, and canvases have whole ones. */
function findGap({ layer, surface }: Drawing): number {
  return Math.max(
    Math.abs(layer.left - surface.left),
    Math.abs(layer.top - surface.top),
    Math.abs(layer.right - surface.right),
    Math.abs(layer.bottom - surface.bottom),
  );
}

/** Names that do not stand just below, above or beside the node that is called so. */
function findAstray({ nodes, names }: Drawing): readonly string[] {
  return names
    .filter((name) => {
      const node = nodes.find(({ key }) => key === name.key);
      if (node?.name !== name.text) return true;
      const [across, down] = [toMiddle(name).x - node.x, toMiddle(name).y - node.y];
      const apart = distance(node, name) - node.radius;
      return apart < 0 || apart > NEAR || Math.min(Math.abs(across), Math.abs(down)) > CENTRED;
    })
    .map(({ text }) => text);
}

function toMiddle({ left, top, right, bottom }: Box): { x: number; y: number } {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

function distance({ x, y }: { x: number; y: number }, { left, top, right, bottom }: Box): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

/** Clicks on the node that lies furthest to a side, where a wrong scale would show most. */
async function expectClickOpens(page: Page, side: 'right' | 'top'): Promise<void> {
  const { nodes } = await readDrawing(page);
  const [outermost] = nodes.toSorted((one, other) => (side === 'right' ? other.x - one.x : one.y - other.y));
  if (!outermost) throw new Error('Nothing is drawn.');
  const { name, x, y } = outermost;
  await page.mouse.click(x, y);
  await expect(evidence(page).getByRole('heading', { name, exact: true })).toBeVisible();
}
