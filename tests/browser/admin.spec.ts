import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { expect, test } from './setup/entente-test';

const MODIFIER_RUN = 'Control+Enter';

async function signIn(page: Page, password: string): Promise<void> {
  await page.goto('/admin');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Run' })).toBeVisible();
}

async function write(page: Page, statement: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: 'Cypher statement' });
  await editor.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(statement);
}

const result = (page: Page) => page.getByRole('region', { name: 'Result' });

test('refuses a wrong password in words', async ({ page }) => {
  await page.goto('/admin');

  await page.getByLabel('Password').fill('admin');
  await page.getByRole('button', { name: 'Sign in' }).click();

  await expect(page.getByRole('main').getByRole('alert')).toContainText(/password/iu);
});

test('runs a statement with the keyboard and opens its rows in the explorer', async ({ page, password }) => {
  await signIn(page, password);
  await write(page, 'MATCH (a)-[r:ACCUSED]->(b) RETURN a, r, b ORDER BY a.name');

  await page.keyboard.press(MODIFIER_RUN);

  await expect(result(page).getByRole('status')).toContainText('all of them');
  await expect(
    result(page)
      .getByRole('link', { name: /:ACCUSED/u })
      .first(),
  ).toHaveAttribute('href', /pair=/u);
  await result(page).getByRole('link', { name: 'Show in explorer' }).click();
  await expect(page).toHaveURL(/\/\?.*seed=/u);
});

test('takes parameters as JSON and says which is not', async ({ page, password }) => {
  await signIn(page, password);
  await write(page, 'MATCH (e:Entity) WHERE e.name = $name RETURN e.kind AS kind');
  const field = page.getByLabel('name', { exact: true });

  await field.fill('China');
  await expect(page.getByText('name: this is not JSON')).toBeVisible();
  await field.fill('"China"');
  await page.getByRole('button', { name: 'Run' }).click();

  await expect(result(page).getByRole('cell', { name: 'country' })).toBeVisible();
});

test('shows the first rows of many and says that there are more', async ({ page, password }) => {
  await signIn(page, password);
  await write(page, 'UNWIND range(1, 5000) AS n RETURN n');

  await page.getByRole('button', { name: 'Run' }).click();

  await expect(result(page).getByRole('status')).toContainText('First 1,000 rows');
});

test('refuses a write at its place in the text, and changes nothing', async ({ page, password }) => {
  await signIn(page, password);
  await write(page, 'MATCH (n:Entity)\nDETACH DELETE n');

  await page.getByRole('button', { name: 'Run' }).click();

  await expect(result(page).getByRole('alert')).toContainText('Line 2, column 1');
  await expect(page.locator('.cm-lintRange-error')).toBeVisible();
  await write(page, 'MATCH (n:Entity) RETURN count(n) > 50 AS kept');
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(result(page).getByRole('cell', { name: 'true' })).toBeVisible();
});

test('cancels a statement that would run for ever', async ({ page, password }) => {
  await signIn(page, password);
  await write(page, 'MATCH (a:Entity), (b:Entity), (c:Entity), (d:Entity), (e:Entity) RETURN count(*) AS n');

  await page.getByRole('button', { name: 'Run' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(result(page).getByRole('status')).toContainText('Cancelled');

  await write(page, 'RETURN 1 AS one');
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(result(page).getByRole('cell', { name: '1' })).toBeVisible();
});

test('gives the rows as files', async ({ page, password }) => {
  await signIn(page, password);
  await write(page, "RETURN '=1+1' AS formula");
  await page.getByRole('button', { name: 'Run' }).click();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    result(page).getByRole('button', { name: 'CSV' }).click(),
  ]);

  const file = await download.path();
  expect(await readFile(file, 'utf8')).toBe("formula\r\n'=1+1\r\n");
});

test('signs out, and the console is gone', async ({ page, password, findBarriers }) => {
  await signIn(page, password);
  expect(await findBarriers()).toEqual([]);

  await page.getByRole('button', { name: 'Sign out' }).click();

  await expect(page.getByLabel('Password')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Password')).toBeVisible();
  expect(await findBarriers()).toEqual([]);
});
