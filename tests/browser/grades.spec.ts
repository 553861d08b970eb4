import type { Locator, Page } from '@playwright/test';

import { openStore } from '../../lib/store/open-store';
import { graded } from '../fixtures/graded.fixture';

import { evidence, graph, openSettled, readDrawing } from './setup/drawing';
import { expect, test } from './setup/entente-test';

const ENDS = 'seed=greta-holm&seed=ivo-brandt&seed=pilots-guild';
const PAIR = `/?pair=greta-holm,ivo-brandt&${ENDS}`;

/** No format of files says grades of its own in these words: the store is filled as a loader fills it. */
function openTestStore() {
  return openStore({ engine: 'embedded', folder: process.env['ENTENTE_TEST_DATA'] ?? '' });
}

test.beforeAll(async () => {
  const store = await openTestStore();
  await store.upsert(graded);
  await store.close();
});

test.afterAll(async () => {
  const store = await openTestStore();
  await store.undo(graded.load.id);
  await store.close();
});

test('what is only named together has a line, words and a place in the legend of its own', async ({
  page,
}) => {
  await openSettled(page, PAIR);

  expect((await readDrawing(page)).edges).toContainEqual(
    expect.stringMatching(/HARBOUR_RIVALLED~together /u),
  );
  await expect(page.getByRole('list', { name: 'How to read the picture' })).toContainText(
    'only named together',
  );
  await expect
    .poll(async () => (await readDrawing(page)).names.map(({ text }) => text))
    .toContainEqual(expect.stringContaining('rivalled in the harbour · named together in 2 passages'));

  await page.goto(`/?view=table&${ENDS}`);
  const row = page.getByRole('row').filter({ hasText: 'rivalled in the harbour' });
  await expect(row).toContainText('only named together');
  await expect(page.getByRole('row').filter({ hasText: 'met in the harbour' })).not.toContainText('together');
});

test('co-mentions are switched off by the filter, which counts them and stays in the address', async ({
  page,
}) => {
  await openSettled(page, `/?${ENDS}`);
  const filter = page.getByRole('region', { name: 'Sourcing' }).getByRole('checkbox');
  const together = filter.and(page.getByRole('checkbox', { name: /^Named together/u }));
  await expect(page.locator('label').filter({ hasText: 'Named together' })).toContainText('1');

  await together.uncheck();

  await expect(page).toHaveURL(/grade=candidate&grade=exact&grade=row/u);
  await expect.poll(async () => (await readDrawing(page)).edges.join()).not.toContain('~together');
  await expect(graph(page)).toHaveAttribute('data-layout', 'settled');
  expect((await readDrawing(page)).edges.join()).toContain('HARBOUR_MET');

  await page.reload();
  await expect(together).not.toBeChecked();
  await page.getByRole('button', { name: 'Clear the filter on sourcing' }).click();
  await expect(page).not.toHaveURL(/grade=/u);
});

test('each piece says how it is tied to its source, and co-mentions are counted as no source', async ({
  page,
}) => {
  await page.goto(PAIR);
  const pane = evidencePane(page);

  await expect(pane.locator('.evidence-counts')).toHaveText(
    /^3 passages2 sourcesnamed together in 1 passage$/u,
  );
  await expect(piece(pane, 'for the boat')).toContainText('The only passage both are named in.');
  await expect(piece(pane, 'forty others')).toContainText(
    'Both are named here; nothing says the relation was extracted here.',
  );
  await expect(pane.getByRole('heading', { level: 4 }).filter({ hasText: 'rivalled' })).toHaveText(
    /^only named together/u,
  );
  await expect(pane.getByRole('heading', { level: 3 }).filter({ hasText: 'rivalled' })).toContainText(
    'rivalled in the harbour only named together',
  );
  await expect(piece(pane, 'She sold him')).toContainText('The names are written differently here.');
  await expect(piece(pane, 'for the boat')).not.toContainText('not written');

  await page.goto(`/?pair=greta-holm,pilots-guild&${ENDS}`);
  await expect(evidencePane(page).getByText('A line of dues.csv.')).toBeVisible();
});

test('a long passage opens at the sentence with both names, and the rest is there when asked for', async ({
  page,
}) => {
  await page.goto(PAIR);
  const met = piece(evidencePane(page), 'business partners');
  const text = met.locator('.passage-text');
  await expect(text).toHaveText(/^… On Monday .* at the old customs house\. …$/u);
  await expect(text.locator('mark')).toHaveText(['Greta Holm', 'Ivo Brandt']);

  await met.getByRole('button', { name: 'Show the whole passage' }).press('Enter');

  await expect(text).toContainText('The harbour was quiet that week');
  await expect(text.locator('mark')).toHaveText(['Greta Holm', 'Ivo Brandt']);
  await met.getByRole('button', { name: 'Show only the part that matters' }).press('Enter');
  await expect(text).not.toContainText('fog');
});

test('the extractor’s words stand apart from the passage, on the page and in what is copied', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(PAIR);
  const met = piece(evidencePane(page), 'business partners');

  await expect(met.getByRole('group', { name: 'The extractor’s words, not a quotation' })).toHaveText(
    /Greta Holm and Ivo Brandt are business partners\.$/u,
  );
  await expect(met.locator('.passage-text')).not.toContainText('partners');
  expect(await cite(met)).toMatch(
    /“Harbour log”[^]*\nThe extractor’s words, not a quotation: Greta Holm and Ivo Brandt are business partners\.$/u,
  );
  expect(await cite(piece(evidencePane(page), 'forty others'))).toContain(
    '\nOnly named together here: Ivo Brandt rivalled in the harbour Greta Holm.',
  );
});

test('the pane with all of it has no barriers', async ({ page, findBarriers }) => {
  await openSettled(page, PAIR);
  await expect(piece(evidencePane(page), 'forty others')).toBeVisible();

  expect(await findBarriers()).toEqual([]);
});

function evidencePane(page: Page): Locator {
  return evidence(page).filter({ has: page.locator('h2.evidence-title') });
}

function piece(pane: Locator, words: string): Locator {
  return pane.getByRole('article').filter({ hasText: words });
}

async function cite(article: Locator): Promise<string> {
  await article.getByRole('button', { name: 'Cite: copy the passage with its citation' }).click();
  await expect(article.getByRole('status').first()).toHaveText('Copied with its citation');
  return article.page().evaluate(() => navigator.clipboard.readText());
}
