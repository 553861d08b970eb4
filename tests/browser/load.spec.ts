import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { expect, test } from './setup/entente-test';

async function openLoad(page: Page, password: string): Promise<void> {
  await page.goto('/admin/load');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Load', exact: true })).toBeVisible();
}

/** Lets files fall on the page, as from a folder of the desktop. */
async function drop(page: Page, files: readonly { name: string; text: string }[]): Promise<void> {
  const transfer = await page.evaluateHandle((given) => {
    const made = new DataTransfer();
    for (const { name, text } of given) made.items.add(new File([text], name));
    return made;
  }, files);
  await page.locator('h1').dispatchEvent('dragover', { dataTransfer: transfer });
  await expect(page.getByText('Drop to preview them')).toBeVisible();
  await page.locator('h1').dispatchEvent('drop', { dataTransfer: transfer });
}

const preview = (page: Page) => page.getByRole('region', { name: 'Preview' });
const report = (page: Page) => page.getByRole('region', { name: 'Report' });
const past = (page: Page) => page.getByRole('table', { name: 'Loads', exact: true });

async function undo(page: Page, title: string): Promise<void> {
  await past(page)
    .getByRole('button', { name: `Undo ${title}` })
    .click();
  await expect(page.getByRole('button', { name: 'Take it back' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${title} was undone`)).toBeVisible();
}

test('says what can be dropped, and what was loaded', async ({ page, password, findBarriers }) => {
  await openLoad(page, password);

  await expect(page.getByRole('region', { name: 'What can be loaded' })).toContainText('a table of triples');
  await expect(past(page).getByRole('row')).not.toHaveCount(1);
  expect(await findBarriers()).toEqual([]);
});

test('takes dropped files from a look to the graph, and back', async ({ page, password, findBarriers }) => {
  await openLoad(page, password);
  const text =
    'Source,Relation,Target,Date,Stance\nGrace Hopper,MET,Alan Turing,1943-05-02,\nGrace Hopper,MET,Nobody,1943-02-28,perhaps\n';

  await drop(page, [{ name: 'pioneers.csv', text }]);

  await expect(preview(page)).toContainText('Grace Hopper met Alan Turing, 2 May 1943');
  await expect(preview(page).getByRole('list', { name: 'Columns' })).toContainText('subject ← Source');
  await expect(preview(page)).toContainText(
    'Adds 1 piece of evidence, 2 entities, 1 relation. 1 row is left out.',
  );
  await expect(preview(page).getByRole('region', { name: 'Refused rows' })).toContainText('perhaps');
  expect(await findBarriers()).toEqual([]);

  await preview(page).getByRole('button', { name: 'Load', exact: true }).click();
  await expect(report(page).getByRole('heading', { name: 'Loaded' })).toBeVisible();
  await expect(past(page)).toContainText('pioneers');
  expect(await findBarriers()).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    report(page).getByRole('link', { name: 'Refused rows as CSV' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toContain('Nobody');

  await report(page).getByRole('link', { name: 'Open the explorer' }).click();
  await page.getByRole('combobox', { name: /search/iu }).fill('Hopper');
  await expect(page.getByRole('option', { name: /Grace Hopper/u })).toBeVisible();

  await page.goto('/admin/load');
  await undo(page, 'pioneers.csv');
  await expect(past(page)).not.toContainText('pioneers');
  await page.goto('/?seed=');
  await page.getByRole('combobox', { name: /search/iu }).fill('Grace Hopper');
  await expect(page.getByRole('option', { name: /Grace Hopper/u })).toHaveCount(0);
});

test('takes a folder that was chosen with the keyboard', async ({ page, password }, testInfo) => {
  await openLoad(page, password);
  const folder = testInfo.outputPath('letters');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'dataset.json'), '{"id":"letters","title":"Letters"}');
  await writeFile(path.join(folder, 'triples.csv'), 'subject,relation,object\nAda,WROTE_TO,Charles\n');
  await writeFile(path.join(folder, '.DS_Store'), 'of the system');

  await page.getByRole('button', { name: 'Choose a folder' }).focus();
  // A key that comes before the page is alive does nothing.
  await expect(async () => {
    const choosing = page.waitForEvent('filechooser', { timeout: 3_000 });
    await page.keyboard.press('Enter');
    await (await choosing).setFiles(folder);
  }).toPass();

  await expect(preview(page).getByRole('region', { name: 'letters' })).toContainText('dataset letters');
  await preview(page).getByRole('button', { name: 'Load', exact: true }).click();
  await expect(report(page).getByRole('heading', { name: 'Loaded' })).toBeVisible();
  await report(page).getByRole('button', { name: 'Undo this load' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await undo(page, 'Letters');
});

test('says why nothing of it can be loaded, and stores nothing', async ({ page, password }) => {
  await openLoad(page, password);

  await drop(page, [{ name: 'odd.csv', text: 'subject,relation,object,stance\nA,MET,B,never\n' }]);

  await expect(preview(page)).toContainText('No row can be loaded');
  await expect(preview(page).getByRole('button', { name: 'Load', exact: true })).toHaveCount(0);
  await preview(page).getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByText('Drop files or a folder here')).toBeVisible();
});

test('keeps loading while one looks at the graph, and can be cancelled', async ({ page, password }) => {
  await openLoad(page, password);
  const rows = Array.from({ length: 40_000 }, (_, at) => `Left ${at},MET,Right ${at}\n`).join('');
  await drop(page, [{ name: 'long.csv', text: `subject,relation,object\n${rows}` }]);
  await expect(preview(page)).toContainText('Adds 40,000 pieces of evidence', { timeout: 40_000 });

  await preview(page).getByRole('button', { name: 'Load', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: /rows, \d+ %/u })).toBeVisible();
  await page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Console' }).click();
  await expect(page.getByRole('button', { name: 'Run' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Load' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();

  await expect(page.getByText('Cancelled')).toBeVisible();
  await expect(past(page)).toContainText(/long.*stopped after row/u);
  await undo(page, 'long.csv');
});

test('fits a phone', async ({ page, password, findBarriers }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openLoad(page, password);

  await drop(page, [{ name: 'phone.csv', text: 'subject,relation,object\nA,MET,B\nA,MET,\n' }]);
  await expect(preview(page)).toBeVisible();

  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  expect(await findBarriers()).toEqual([]);
});
