// Runs tests for Stryker inside its own worker: jest's own describe, it and expect, without jest's start-up, which costs seconds for each mutant.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { transformSync } from 'esbuild';

// What jest itself is made of is taken from beside jest, so that both are of one version.
const besideJest = createRequire(createRequire(import.meta.url).resolve('jest'));
const circus = besideJest('jest-circus');
const { jestExpect } = besideJest('@jest/expect');
const { ModuleMocker } = besideJest('jest-mock');
const { ModernFakeTimers } = besideJest('@jest/fake-timers');

const SETUP = 'tests/setup/fail-on-console.ts';
const ENDINGS = ['', '.ts', '.tsx', '.json', '/index.ts'];
const NO_TEST = /(?!)/;
/** Left out: what measures time, since code with mutants in it is slower and would fail unbroken, and what takes seconds by itself. */
const LEFT_OUT = /in (a )?time that grows|first ten thousand rows|very many other names/;
/** So long a test may wait without mutants, as jest is configured. */
const UNBROKEN_MS = 30_000;
const TEST_TIMEOUT = Symbol.for('TEST_TIMEOUT_SYMBOL');
const stryker = (globalThis.__stryker__ ??= {});

class InProcessRunner {
  static inject = tokens(commonTokens.options);

  constructor(options) {
    this.tests = options.inProcess.tests;
    this.waitsMs = options.inProcess.waitsMs;
  }

  /** Every run loads our modules anew, so that a mutant in a constant is seen too. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    stryker.mutantCoverage = undefined;
    globalThis[TEST_TIMEOUT] = UNBROKEN_MS;
    const tests = await runFiles(this.tests, { isBailing: false });
    return { status: DryRunStatus.Complete, tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, disableBail, hitLimit }) {
    Object.assign(stryker, {
      activeMutant: activeMutant.id,
      hitLimit,
      hitCount: hitLimit === undefined ? undefined : 0,
    });
    // What waits for an answer that never comes fails by itself: ending the worker and starting another takes longer.
    globalThis[TEST_TIMEOUT] = this.waitsMs;
    try {
      const files = testFilter
        ? this.tests.filter((file) => testFilter.some((id) => id.startsWith(file)))
        : this.tests;
      const tests = await runFiles(files, {
        isBailing: !disableBail,
        only: testFilter && new Set(testFilter),
      });
      return (
        determineHitLimitReached(stryker.hitCount, hitLimit) ??
        toMutantRunResult({ status: DryRunStatus.Complete, tests }, disableBail)
      );
    } finally {
      Object.assign(stryker, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    }
  }
}

async function runFiles(files, { isBailing, only }) {
  const results = [];
  for (const file of files) {
    results.push(...(await runFile(file, { isBailing, only })));
    if (isBailing && results.some(({ status }) => status === TestStatus.Failed)) break;
  }
  return results;
}

async function runFile(file, { isBailing, only }) {
  circus.resetState();
  const results = [];
  const { jest, tidy } = toJest();
  const nameOf = (test) => `${file} ${toPath(test).join(' ')}`;
  const isWanted = (name) => !LEFT_OUT.test(name) && (!only || only.has(name));
  const onEvent = (event) => {
    if (event.name === 'run_start')
      leaveOut(circus.getState().rootDescribeBlock, (test) => isWanted(nameOf(test)));
    if (event.name === 'test_start') stryker.currentTestId = nameOf(event.test);
    if (event.name !== 'test_done') return;
    stryker.currentTestId = undefined;
    const { errors, duration } = event.test;
    if (errors.length > 0 && isBailing) circus.getState().testNamePattern = NO_TEST;
    const told = {
      id: nameOf(event.test),
      name: nameOf(event.test),
      fileName: path.resolve(file),
      timeSpentMs: duration ?? 0,
    };
    results.push(
      errors.length > 0
        ? { ...told, status: TestStatus.Failed, failureMessage: String(errors[0]?.[0] ?? errors[0]) }
        : { ...told, status: TestStatus.Success },
    );
  };
  circus.addEventHandler(onEvent);
  try {
    const load = newLoader({ ...circus, expect: jestExpect, jest });
    load(path.resolve(SETUP));
    load(path.resolve(file));
    const { unhandledErrors } = await circus.run();
    if (unhandledErrors.length > 0) throw new Error(String(unhandledErrors[0]));
  } catch (error) {
    // A file that no longer loads is noticed like a test that fails.
    results.push({
      id: file,
      name: file,
      timeSpentMs: 0,
      status: TestStatus.Failed,
      failureMessage: String(error?.stack ?? error),
    });
  } finally {
    circus.removeEventHandler(onEvent);
    stryker.currentTestId = undefined;
    tidy();
  }
  return results;
}

/** The words above a test, and its own; the root has none. */
function toPath({ name, parent }) {
  return parent ? [...toPath(parent), name] : [];
}

function leaveOut(block, isWanted) {
  for (const child of block.children) {
    if (child.type === 'describeBlock') leaveOut(child, isWanted);
    else if (!isWanted(child)) child.mode = 'skip';
  }
}

/** The part of `jest` that unit tests use. */
function toJest() {
  const mocker = new ModuleMocker(globalThis);
  const timers = new ModernFakeTimers({
    config: { rootDir: process.cwd(), fakeTimers: {} },
    global: globalThis,
  });
  const jest = {
    fn: mocker.fn.bind(mocker),
    spyOn: mocker.spyOn.bind(mocker),
    restoreAllMocks: () => mocker.restoreAllMocks(),
    useFakeTimers: (config) => timers.useFakeTimers(config),
    useRealTimers: () => timers.useRealTimers(),
    getTimerCount: () => timers.getTimerCount(),
    advanceTimersByTime: (ms) => timers.advanceTimersByTime(ms),
    advanceTimersByTimeAsync: (ms) => timers.advanceTimersByTimeAsync(ms),
  };
  const tidy = () => {
    timers.useRealTimers();
    mocker.restoreAllMocks();
  };
  return { jest, tidy };
}

const compiled = new Map();

/** A `require` with its own modules: ours are loaded once each, packages are shared by all. */
function newLoader(globals) {
  const modules = new Map();
  const load = (file) => {
    const known = modules.get(file);
    if (known) return known.exports;
    const loaded = { exports: {} };
    modules.set(file, loaded);
    if (file.endsWith('.json')) loaded.exports = JSON.parse(fs.readFileSync(file, 'utf8'));
    else toFunction(file)(loaded, loaded.exports, toRequire(file), file, path.dirname(file), globals.jest);
    return loaded.exports;
  };
  const toRequire = (from) => {
    const required = createRequire(from);
    const find = (name) => {
      if (name === '@jest/globals') return globals;
      const ours = findOurs(name, from);
      return ours ? load(ours) : required(name);
    };
    return Object.assign(find, { resolve: required.resolve });
  };
  Object.assign(globalThis, globals);
  return load;
}

function findOurs(name, from) {
  if (!/^(@\/|\.)/.test(name)) return undefined;
  const start = name.startsWith('@/') ? path.resolve(name.slice(2)) : path.resolve(path.dirname(from), name);
  return ENDINGS.map((ending) => start + ending).find((file) =>
    fs.statSync(file, { throwIfNoEntry: false })?.isFile(),
  );
}

function toFunction(file) {
  const known = compiled.get(file);
  if (known) return known;
  const { code } = transformSync(fs.readFileSync(file, 'utf8'), {
    loader: file.endsWith('x') ? 'tsx' : 'ts',
    format: 'cjs',
    target: 'node20',
    supported: { 'dynamic-import': false },
    sourcefile: file,
    jsx: 'automatic',
  });
  const made = vm.runInThisContext(
    `(function (module, exports, require, __filename, __dirname, jest) {${code}\n})`,
    {
      filename: file,
    },
  );
  compiled.set(file, made);
  return made;
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
export const strykerValidationSchema = {
  type: 'object',
  properties: {
    inProcess: {
      type: 'object',
      properties: { tests: { type: 'array', items: { type: 'string' } }, waitsMs: { type: 'number' } },
      required: ['tests', 'waitsMs'],
    },
  },
};
