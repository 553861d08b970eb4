#!/usr/bin/env node
// Breaks the code one place at a time and looks whether a test notices: `npm run test:mutants -- guard`, or with the path of a file. `--jest` has jest run the tests.
import fs from 'node:fs';
import path from 'node:path';

import { Stryker } from '@stryker-mutator/core';

import { areas } from './areas.mjs';

const TARGET_PERCENT = 85;
const REPORTS = '.stryker';
/** A test may take so long, and half as long again as without a mutant, before the mutant counts as an endless loop. */
const TIMEOUT_MS = { inProcess: 4_000, jest: 10_000 };
/** It looks at the text of the code, in which it would see the mutants. */
const READS_SOURCES = 'tests/unit/reading/one-sentence.test.ts';

process.chdir(path.join(import.meta.dirname, '..', '..'));
const isSlow = process.argv.includes('--jest');
const words = process.argv.slice(2).filter((word) => word !== '--jest');
const runs = (words.length > 0 ? words : Object.keys(areas)).map(toRun);
if (runs.includes(undefined)) {
  console.error(`Name an area or a file of one. The areas are: ${Object.keys(areas).join(', ')}.`);
  process.exitCode = 1;
} else {
  for (const run of runs) await testMutants(run);
}

/** In: the name of an area, or a file, perhaps with lines as in `lib/guard/locate.ts:3-4`. Out: what to run for it. */
function toRun(word) {
  if (areas[word]) return { area: word, mutate: areas[word].mutate, isWhole: true };
  const [file] = word.split(':');
  const area = Object.keys(areas).find((name) => areas[name].mutate.some((glob) => isWithin(file, glob)));
  return area && { area, mutate: [word], isWhole: false };
}

/** Globs here are files, or all that is below a folder. */
function isWithin(file, glob) {
  const [folder, rest] = glob.split('**');
  return rest === undefined ? file === glob : file.startsWith(folder);
}

/** Tests run in the worker itself, or in jest: that takes many times as long, and is there to compare. */
function toRunner(area) {
  const tests = areas[area].tests.flatMap(toTestFiles);
  if (!isSlow) {
    return {
      testRunner: 'in-process',
      plugins: ['./scripts/mutants/in-process-runner.mjs'],
      inProcess: { tests, waitsMs: areas[area].waitsMs },
    };
  }
  return {
    testRunner: 'jest',
    plugins: ['@stryker-mutator/jest-runner'],
    jest: {
      configFile: 'jest.config.mjs',
      config: { testMatch: tests.map((file) => `<rootDir>/${file}`) },
    },
  };
}

/** A file of tests, or all that lie in a folder. */
function toTestFiles(test) {
  if (test.endsWith('.ts')) return [test];
  return fs
    .readdirSync(test)
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => `${test}/${name}`)
    .filter((file) => file !== READS_SOURCES);
}

/** What was tried of a whole area is remembered: the next run tries only what has changed since, in the code or in its tests. */
async function testMutants({ area, mutate, isWhole }) {
  const folder = path.join(REPORTS, isWhole ? area : `${area}-part`);
  fs.mkdirSync(folder, { recursive: true });
  await new Stryker({
    mutate: [...mutate],
    ...toRunner(area),
    // Nothing checks types here, and a page among the fixtures would come out in another encoding.
    disableTypeChecks: false,
    coverageAnalysis: 'perTest',
    concurrency: 1,
    incremental: isWhole,
    incrementalFile: path.join(folder, 'incremental.json'),
    tempDirName: path.join(REPORTS, 'sandbox'),
    ignorePatterns: [
      '/.build',
      '/.entente',
      `/${REPORTS}`,
      '/docs',
      '/graph-data',
      '/public',
      '/tests/browser',
    ],
    reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
    htmlReporter: { fileName: path.join(folder, 'report.html') },
    jsonReporter: { fileName: path.join(folder, 'report.json') },
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    thresholds: { high: TARGET_PERCENT, low: TARGET_PERCENT, break: null },
    timeoutMS: isSlow ? TIMEOUT_MS.jest : TIMEOUT_MS.inProcess,
  }).runMutationTest();
}
