import type { Page } from '@playwright/test';
import { z } from 'zod';

import { evidence, graph, openSettled, readDrawing, tools, type Drawing } from './setup/drawing';
import { expect, test } from './setup/entente-test';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const undo = (page: Page) => tools(page).getByRole('button', { name: 'Undo' });

test.describe('a press on a node', () => {
  test('that is dragged pins it and selects nothing: one step to undo', async ({ page }) => {
    await openSettled(page, '/');
    const { x, y } = await findNode(page, 'Nancy Pelosi');

    await drag(page, { from: { x, y }, by: { x: 60, y: -40 } });

    await expect(page).toHaveURL(/\?pin=nancy-pelosi[^&]*$/u);
    await undo(page).click();
    await expect(page).toHaveURL(/\/$/u);
    await expect(undo(page)).toBeDisabled();
  });

  test('that trembles selects it and pins nothing', async ({ page }) => {
    await openSettled(page, '/');
    const { x, y } = await findNode(page, 'Nancy Pelosi');

    await drag(page, { from: { x, y }, by: { x: 2, y: 1 } });

    await expect(page).toHaveURL(/\?entity=nancy-pelosi$/u);
  });

  test('with the other button does not take it along', async ({ page }) => {
    await openSettled(page, '/');
    const { x, y } = await findNode(page, 'Nancy Pelosi');

    await page.mouse.move(x, y);
    await page.mouse.down({ button: 'right' });
    await page.mouse.up({ button: 'right' });
    await page.mouse.move(x + 80, y + 30, { steps: 4 });

    expect(await findNode(page, 'Nancy Pelosi')).toMatchObject({ x, y });
    await expect(page).toHaveURL(/\/$/u);
  });
});

test.describe('a pair with many types', () => {
  test('shows its three strongest lines and how many more there are', async ({ page }) => {
    await openSettled(page, '/?pair=china,united-states');
    const lines = await countLines(page, 'china', 'united-states');
    expect(lines).toBeGreaterThan(20);

    const { edges, names } = await readDrawing(page);

    expect(edges.filter((key) => isBetween(key, 'china', 'united-states'))).toHaveLength(3);
    expect(names.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(new RegExp(`^${lines - 3} more(, \\d+ contested)?$`, 'u')),
    );
    await expect(evidence(page).getByRole('heading', { name: 'China and United States' })).toBeVisible();
  });

  test('hides no name behind its lines, and writes each label on its own spot', async ({ page }) => {
    await openSettled(page, '/?pair=china,united-states');

    const labels = (await readDrawing(page)).names.filter(({ key }) => key.includes(' '));

    expect(labels.length).toBeGreaterThanOrEqual(2);
    for (const one of labels)
      for (const other of labels.filter(({ key }) => key > one.key))
        expect(
          one.left < other.right &&
            other.left < one.right &&
            one.top < other.bottom &&
            other.top < one.bottom,
        ).toBe(false);
  });
});

test.describe('a filter', () => {
  const met = (page: Page) => page.getByRole('button', { name: /^met/u });

  test('leaves a picture that fills the canvas, and so does its end', async ({ page }) => {
    await openSettled(page, '/');
    const all = await readDrawing(page);

    await met(page).click();
    await expectFilled(page);
    expect((await readDrawing(page)).nodes.length).toBeLessThan(all.nodes.length / 2);

    await met(page).click();
    await expect.poll(async () => (await readDrawing(page)).nodes).toEqual(all.nodes);
  });

  test('is fitted in a link that is opened, too', async ({ page }) => {
    await openSettled(page, '/?type=MET');

    await expectFilled(page);
  });

  test('leaves the view to a person who has moved it, and a selection moves nothing', async ({ page }) => {
    await openSettled(page, '/');
    await tools(page).getByRole('button', { name: 'Closer' }).click();
    const before = await findNode(page, 'Xi Jinping');

    await met(page).click();
    await expect(page).toHaveURL(/type=MET/u);
    expectNear(await findNode(page, 'Xi Jinping'), before);

    const { x, y } = await findNode(page, 'Xi Jinping');
    await page.mouse.click(x, y);
    await expect(page).toHaveURL(/entity=xi-jinping/u);
    const after = await findNode(page, 'Xi Jinping');
    expect(Math.hypot(after.x - x, after.y - y)).toBeLessThan(2);
  });
});

test('what is not told as a fact has a stroke, a word and a place in the legend of its own', async ({
  page,
}) => {
  await openSettled(page, '/?modality=hypothetical&modality=future');
  const [key] = (await readDrawing(page)).edges;
  expect(key).toMatch(/~(?:hypothetical|future) /u);
  await expect(page.getByRole('list', { name: 'How to read the picture' })).toContainText(
    'expected or hypothetical',
  );

  const [one = '', , other = ''] = key?.split(' ') ?? [];
  await page.goto(`/?modality=hypothetical&modality=future&pair=${one},${other}`);
  await expect(graph(page)).toHaveAttribute('data-layout', 'settled');

  await expect
    .poll(async () => (await readDrawing(page)).names.map(({ text }) => text))
    .toContainEqual(expect.stringMatching(/· \d+, (?:hypothetical|expected)/u));
});

test('the table stands in while the code that draws does not load, until it does', async ({ page }) => {
  const chunks = '**/_next/static/chunks/*.js';
  await page.route(chunks, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    await (text.includes('reportDrawing') ? route.abort() : route.fulfill({ response, body: text }));
  });

  await page.goto('/');
  await expect(page.getByText('The part of the page that draws the graph did not load.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Relations' })).toBeVisible();

  await page.unroute(chunks);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(graph(page)).toHaveAttribute('data-layout', 'settled');
  expect((await readDrawing(page)).names.length).toBeGreaterThan(30);
});

interface Place {
  readonly x: number;
  readonly y: number;
}

async function findNode(page: Page, name: string): Promise<Place> {
  const node = (await readDrawing(page)).nodes.find((one) => one.name === name);
  if (!node) throw new Error(`${name} is not drawn.`);
  return node;
}

async function drag(page: Page, { from, by }: { readonly from: Place; readonly by: Place }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 6 });
  await page.mouse.up();
}

/** Whether what is drawn lies within the canvas and takes all of it in one direction. */
async function expectFilled(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const { across, down } = shares(await readDrawing(page));
      return Math.round(100 * Math.max(across, down));
    })
    .toBeGreaterThanOrEqual(97);
}

/** A line of words above the canvas may come or go, which shifts what is drawn by half its height; fitting moves it much further. */
function expectNear(place: { x: number; y: number }, before: { x: number; y: number }): void {
  expect(Math.hypot(place.x - before.x, place.y - before.y)).toBeLessThan(30);
}

/** How much of the canvas, without its margin, the middles of the nodes take. */
function shares({ nodes, surface }: Drawing): { across: number; down: number } {
  const margin = 44;
  const [xs, ys] = [nodes.map(({ x }) => x), nodes.map(({ y }) => y)];
  return {
    across: (Math.max(...xs) - Math.min(...xs)) / (surface.right - surface.left - 2 * margin),
    down: (Math.max(...ys) - Math.min(...ys)) / (surface.bottom - surface.top - 2 * margin),
  };
}

function isBetween(key: string, one: string, other: string): boolean {
  return key.startsWith(`${one} `)
    ? key.endsWith(` ${other}`)
    : key.startsWith(`${other} `) && key.endsWith(` ${one}`);
}

const Slice = z.object({
  entities: z.object({ id: z.array(z.string()) }),
  relations: z.object({
    subject: z.array(z.number()),
    object: z.array(z.number()),
    type: z.array(z.string()),
    modality: z.array(z.string()),
  }),
});

/** How many lines two would have, asked of the store. */
async function countLines(page: Page, one: string, other: string): Promise<number> {
  const { entities, relations } = Slice.parse(await (await page.request.get('/api/graph')).json());
  const name = (at: number | undefined) => entities.id[at ?? -1] ?? '';
  const lines = relations.type.map(
    (type, at) =>
      `${name(relations.subject[at])} ${type}${relations.modality[at]} ${name(relations.object[at])}`,
  );
  return new Set(lines.filter((line) => isBetween(line, one, other))).size;
}
