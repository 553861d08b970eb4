#!/usr/bin/env node
// Breaks the code one place at a time and looks whether a test notices: `npm run test:mutants -- guard`, or a file of an area.
import fs from 'node:fs';
import path from 'node:path';

import { Stryker } from '@stryker-mutator/core';

import { areas } from './areas.mjs';

const root = path.join(import.meta.dirname, '..', '..');
const TARGET_PERCENT = 85;

process.chdir(root);
const wanted = process.argv.slice(2);
for (const { name, mutate } of toRuns(wanted.length > 0 ? wanted : Object.keys(areas))) {
  await testMutants(name, mutate);
}

/** In: names of areas, or files. Out: what to run for them, each area once. */
function toRuns(words) {
  return words.map((word) => {
    if (areas[word]) return { name: word, mutate: areas[word].mutate };
    const [name] =
      Object.entries(areas).find(([, { mutate }]) => mutate.some((glob) => isWithin(word, glob))) ?? [];
    if (name) return { name, mutate: [word] };
    console.error(`"${word}" is no area and no file of one. Areas: ${Object.keys(areas).join(', ')}.`);
    process.exit(1);
  });
}

function isWithin(file, glob) {
  return path.matchesGlob ? path.matchesGlob(file.split(':')[0], glob) : file.startsWith(glob.split('*')[0]);
}

async function testMutants(name, mutate) {
  const isWhole = mutate === areas[name].mutate;
  const reports = path.join('.stryker', isWhole ? name : `${name}-part`);
  fs.mkdirSync(reports, { recursive: true });
  await new Stryker({
    mutate: [...mutate],
    testRunner: 'jest',
    plugins: ['@stryker-mutator/jest-runner'],
    jest: {
      configFile: 'jest.config.mjs',
      config: {
        roots: ['<rootDir>/lib', ...areas[name].tests.map((folder) => `<rootDir>/${folder}`)],
        testMatch: areas[name].tests.map((folder) => `<rootDir>/${folder}/**/*.test.ts`),
      },
    },
    coverageAnalysis: 'perTest',
    concurrency: 1,
    incremental: isWhole,
    incrementalFile: path.join(reports, 'incremental.json'),
    tempDirName: path.join('.stryker', 'sandbox'),
    ignorePatterns: [
      '/.build',
      '/.entente',
      '/.stryker',
      '/docs',
      '/graph-data',
      '/public',
      '/tests/browser',
    ],
    reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
    htmlReporter: { fileName: path.join(reports, 'report.html') },
    jsonReporter: { fileName: path.join(reports, 'report.json') },
    clearTextReporter: { logTests: false, allowColor: false, reportTests: false },
    thresholds: { high: TARGET_PERCENT, low: TARGET_PERCENT, break: null },
    timeoutMS: 10_000,
    allowEmpty: false,
  }).runMutationTest();
}
