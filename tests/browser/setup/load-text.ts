import type { Page } from '@playwright/test';

import { expect } from './entente-test';

/** Signs in, loads a file by the page as an administrator does, and returns what takes it back. */
export async function loadText(
  page: Page,
  password: string,
  file: { readonly name: string; readonly text: string },
): Promise<() => Promise<void>> {
  const { name, text } = file;
  await page.goto('/admin/load');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Load', exact: true })).toBeVisible();
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page
    .getByRole('region', { name: 'Preview' })
    .getByRole('button', { name: 'Load', exact: true })
    .click();
  await expect(
    page.getByRole('region', { name: 'Report' }).getByRole('heading', { name: 'Loaded' }),
  ).toBeVisible({ timeout: 60_000 });
  return async () => {
    await page.goto('/admin/load');
    await page
      .getByRole('table', { name: 'Loads', exact: true })
      .getByRole('button', { name: `Undo ${name}` })
      .click();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect(page.getByText(`${name} was undone`)).toBeVisible({ timeout: 60_000 });
  };
}
