import type { Page } from '@playwright/test';

import { expect, test } from './setup/entente-test';

const preview = (page: Page) => page.getByRole('region', { name: 'Preview' });
const past = (page: Page) => page.getByRole('table', { name: 'Loads', exact: true });

async function openLoad(page: Page, password: string): Promise<void> {
  await page.goto('/admin/load');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Load', exact: true })).toBeVisible();
}

async function choose(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles(
      Object.entries(files).map(([name, text]) => ({
        name,
        mimeType: 'text/csv',
        buffer: Buffer.from(text),
      })),
    );
}

const crew =
  'Mate;Deed;Other mate;Log year\nEva Rask;hailed;Ib Sund;1921\nIb Sund;left;Ola Vik;1922\nOla Vik;hailed;Eva Rask;1923\n';

test.describe('a table whose columns nothing tells', () => {
  test('is asked about, read as a person says, loaded, and known the next time', async ({
    page,
    password,
    findBarriers,
  }) => {
    test.setTimeout(120_000);
    await openLoad(page, password);
    await choose(page, { 'crew.csv': crew });
    await expect(preview(page)).toContainText('Nothing to load was found');
    await expect(preview(page)).toContainText('What does each column hold?');
    const form = preview(page).getByRole('form', { name: 'Columns of crew.csv' });
    await expect(form.getByRole('cell', { name: 'Eva Rask' }).first()).toBeVisible();
    expect(await findBarriers()).toEqual([]);

    await form.getByLabel('Column Deed holds').selectOption('relation');
    await form.getByLabel('Column Other mate holds').selectOption('subject');
    await form.getByLabel('Column Mate holds').selectOption('object');
    await form.getByLabel('Column Log year holds').selectOption('start');
    await expect(form.getByRole('list', { name: 'It would then say' })).toContainText(
      'Ib Sund hailed Eva Rask',
    );
    await form.getByLabel('Remember this for files with these columns').check();
    await form.getByRole('button', { name: 'Read it like this' }).click();

    await expect(preview(page)).toContainText('Ib Sund hailed Eva Rask, 1921');
    await expect(preview(page).getByRole('list', { name: 'Columns' })).toContainText('subject ← Other mate');
    await preview(page).getByText('Change what each column holds').click();
    await expect(
      preview(page).getByRole('form', { name: 'Columns of crew.csv' }).getByLabel('Column Deed holds'),
    ).toHaveValue('relation');
    await preview(page).getByRole('button', { name: 'Load', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Loaded', exact: true })).toBeVisible();

    await page.getByRole('button', { name: 'Load more' }).click();
    await choose(page, { 'crew-two.csv': crew.replace('1921', '1931') });
    await expect(preview(page)).toContainText('Ib Sund hailed Eva Rask, 1931');
    await preview(page).getByRole('button', { name: 'Discard' }).click();

    await past(page).getByRole('button', { name: 'Undo crew.csv' }).click();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect(page.getByText('crew.csv was undone')).toBeVisible();
  });

  test('has the same relation in each row where a person says so, and a first line that is a row', async ({
    page,
    password,
  }) => {
    await openLoad(page, password);
    await choose(page, { 'pairs.csv': 'Uno Berg,Eva Rask,4\nEva Rask,Ib Sund,2\n' });
    const form = preview(page).getByRole('form', { name: 'Columns of pairs.csv' });
    await expect(form.getByLabel('The first line names the columns')).not.toBeChecked();

    await form.getByLabel('Column 1 holds').selectOption('');
    await expect(form.getByRole('button', { name: 'Read it like this' })).toBeDisabled();
    await expect(form).toContainText('Choose the column that holds the subject.');
    await form.getByLabel('Column 1 holds').selectOption('subject');
    await form.getByLabel('Relation of each row').fill('paid');
    await form.getByRole('button', { name: 'Read it like this' }).click();

    await expect(preview(page)).toContainText('Uno Berg paid Eva Rask');
    await expect(preview(page)).toContainText('Adds 2 pieces of evidence');
    await preview(page).getByRole('button', { name: 'Discard' }).click();
  });
});

test('tables of nodes and of edges that are dropped together are one graph', async ({ page, password }) => {
  await openLoad(page, password);
  await choose(page, {
    'links.csv': 'source,target,relation\na1,a2,hailed\na2,a3,left\n',
    'mates.csv': 'id,name\na1,Eva Rask\na2,Ib Sund\na3,Ola Vik\n',
  });

  await expect(preview(page)).toContainText('Eva Rask hailed Ib Sund');
  await expect(preview(page)).toContainText('Adds 2 pieces of evidence');
  await preview(page).getByRole('button', { name: 'Discard' }).click();
});

test('numbers that nothing names are taken for names only where a person says so', async ({
  page,
  password,
}) => {
  await openLoad(page, password);
  await choose(page, { 'links.csv': 'source,target,relation\n11,12,cites\n12,13,cites\n' });
  await expect(preview(page)).toContainText('numbers or ids (11, 12, 13)');

  await preview(page).getByRole('button', { name: 'These are the names' }).click();

  await expect(preview(page)).toContainText('11 cites 12');
  await preview(page).getByRole('button', { name: 'Discard' }).click();
});
