import type { Locator, Page } from '@playwright/test';

import { expect, test } from './setup/entente-test';

const PAIR = '/?pair=united-states,china';
const PHONE = { width: 390, height: 844 };

const evidence = (page: Page): Locator => page.getByRole('region', { name: 'Evidence', exact: true });
const graph = (page: Page): Locator => page.getByRole('application', { name: /^Graph of/u });

test('Back leads to the page before, though who was opened had to be brought into the picture', async ({
  page,
}) => {
  await page.goto('/documents');
  await expect(page.getByRole('heading', { name: 'Documents', level: 1 })).toBeVisible();
  await page.goto('/?seed=taiwan&entity=nancy-pelosi&seed=japan');
  await expect(graph(page)).toHaveAttribute('data-layout', 'settled');
  await expect(page).toHaveURL(/expand=nancy-pelosi/u);

  await page.goBack();

  await expect(page).toHaveURL(/\/documents$/u);
  await expect(page.getByRole('heading', { name: 'Documents', level: 1 })).toBeVisible();
});

test('the piece of evidence that is read stays current through Open and Back', async ({ page }) => {
  await page.goto(PAIR);
  const pane = evidence(page);
  await expect(pane.getByText(/^1 of \d+/u)).toBeVisible();
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('n');
  const current = pane.locator('[aria-current="true"]');
  await expect(current).toHaveAttribute('aria-label', /^Evidence 9/u);

  await current.getByRole('link', { name: /^Open/u }).click();
  await expect(page).toHaveURL(/\/documents\//u);
  await page.goBack();

  await expect(pane.getByText(/^9 of \d+/u)).toBeVisible();
  await expect(current).toHaveAttribute('aria-label', /^Evidence 9/u);
  await expect(current).toBeInViewport();
  await page.keyboard.press('n');
  await expect(pane.getByText(/^10 of \d+/u)).toBeVisible();
});

test('p and n step through the passages of an entity, and fetch those that follow', async ({ page }) => {
  await page.goto('/?entity=china');
  const pane = evidence(page);
  await expect(pane.getByText(/^1 of \d+/u)).toBeVisible();

  for (let step = 2; step <= 6; step += 1) {
    await page.keyboard.press('n');
    await expect(pane.getByText(new RegExp(`^${step} of \\d+`, 'u'))).toBeVisible();
  }

  const current = pane.locator('[data-evidence][aria-current="true"]');
  await expect(current).toBeFocused();
  await expect(current).toBeInViewport();
  await page.keyboard.press('p');
  await expect(pane.getByText(/^5 of \d+/u)).toBeVisible();
});

test('the first keys lead to the graph and to the evidence', async ({ page }) => {
  await page.goto('/');
  await expect(graph(page)).toHaveAttribute('data-layout', 'settled');

  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const toGraph = page.getByRole('link', { name: 'Skip to the graph' });
  await expect(toGraph).toBeFocused();
  await expect(toGraph).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(graph(page)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/entity=/u);

  await page.getByRole('link', { name: 'Skip to the evidence' }).focus();
  await page.keyboard.press('Enter');
  await expect(evidence(page)).toBeFocused();
  expect(new URL(page.url()).hash).toBe('');
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

  for (const address of ['/?view=graph&entity=china', '/?view=graph&pair=united-states,china'])
    test(`a selection leaves the graph half of the screen: ${address}`, async ({ page }) => {
      await page.goto(address);
      await expect(graph(page)).toHaveAttribute('data-layout', 'settled');
      await expect(evidence(page).getByRole('heading', { level: 2 })).toBeInViewport();

      const seen = await graph(page).evaluate((element) => {
        const box = element.getBoundingClientRect();
        const sheet = document.querySelector('.explorer-right')?.getBoundingClientRect();
        return Math.min(box.bottom, sheet?.top ?? box.bottom) - box.top;
      });
      expect(seen).toBeGreaterThanOrEqual(PHONE.height / 2);
    });

  test('the evidence can be made large and small again', async ({ page }) => {
    await page.goto('/?view=graph&pair=united-states,china');
    const sheet = page.locator('.explorer-right');
    await page.getByRole('button', { name: 'Read in full' }).click();

    await expect.poll(async () => (await sheet.boundingBox())?.height ?? 0).toBeGreaterThan(600);
    await page.getByRole('button', { name: 'Show the graph' }).click();
    await expect.poll(async () => (await sheet.boundingBox())?.height ?? 0).toBeLessThan(400);
  });

  for (const address of [
    '/',
    '/?view=graph',
    '/?entity=china',
    PAIR,
    '/documents',
    '/documents/yu-xiaodong-right-time-to-talk',
    '/admin',
  ])
    test(`whatever can be touched is large enough at ${address}`, async ({ page }) => {
      await page.goto(address);
      await expect(page.locator('h1').first()).toBeAttached();
      await page.waitForLoadState('networkidle');

      expect(await findSmallTargets(page)).toEqual([]);
    });

  for (const theme of ['light', 'dark'] as const)
    for (const address of [
      '/?entity=china',
      PAIR,
      '/?view=graph&entity=china',
      '/documents/yu-xiaodong-right-time-to-talk#p-14',
    ])
      test(`axe finds nothing serious at ${address}, ${theme}`, async ({ page, findBarriers }) => {
        await page.emulateMedia({ colorScheme: theme });
        await page.goto(address);
        await page.waitForLoadState('networkidle');

        expect(await findBarriers()).toEqual([]);
      });
});

/** What can be touched and is smaller than 44 by 44 pixels; links within a sentence may be (WCAG 2.5.8, inline). */
function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isInline = (element: Element) =>
      element.tagName === 'A' && getComputedStyle(element).display === 'inline';
    const labelled = (element: Element) =>
      (element instanceof HTMLInputElement ? element.closest('label') : null) ?? element;
    return [
      ...document.querySelectorAll('a[href], button, input, select, summary, [role="tab"], [role="option"]'),
    ]
      .filter((element) => !element.closest('.sr-only, .skip-link, [hidden]') && !isInline(element))
      .filter((element) => !element.matches('.skip-link') && element.checkVisibility())
      .map((element) => ({ element, box: labelled(element).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 2 && (box.width < 43.5 || box.height < 43.5))
      .map(
        ({ element, box }) =>
          `${element.tagName}.${element.className} “${(element.getAttribute('aria-label') ?? element.textContent).slice(0, 30)}” ${Math.round(box.width)}×${Math.round(box.height)}`,
      );
  });
}
