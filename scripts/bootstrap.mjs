#!/usr/bin/env node
// The way from a fresh clone to a command: installs and builds what is missing or out of date, then runs it. Uses nothing but Node.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const NODE_MIN = [20, 19];
/** npm writes the two lock files of one install within this time of each other. */
const WRITE_SLACK_MS = 10_000;
const PARENT_CHECK_MS = 500;
/**
 * The heap grows by what is needed and not by what there is: two thirds of the memory of a long load at hardly any cost in time. It is no cap,
 * so that a large document still fits. What is young has its room from the beginning, which takes a tenth less time.
 */
const SMALL_HEAP = ['--heap-growing-percent=70', '--min-semi-space-size=24', '--max-semi-space-size=16'];
const sources = [
  'app',
  'lib',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'tsconfig.json',
  'package-lock.json',
];

/** Where programs lie that are compiled into one file each. */
const compiled = path.join(root, '.build');
const programSources = ['lib', 'scripts', 'tsconfig.json', 'package-lock.json'];

const commands = {
  start: { builds: true, run: (args) => script('scripts/start.ts', args) },
  test: { builds: false, run: (args) => script('scripts/test.ts', args) },
  load: { builds: false, run: (args) => load(args) },
  neo4j: { builds: false, run: (args) => script('scripts/neo4j.ts', args) },
  bench: { builds: false, run: (args) => script('bench/run.ts', args) },
  build: { builds: true, run: () => Promise.resolve(0) },
};

const [name = '', ...args] = process.argv.slice(2);
process.exitCode = await main();

async function main() {
  const command = commands[name];
  if (!command) return refuse(`Unknown command "${name}". There are: ${Object.keys(commands).join(', ')}.`);
  if (!nodeIsNewEnough()) {
    return refuse(
      `Entente needs Node ${NODE_MIN.join('.')} or newer; this is ${process.version}. See https://nodejs.org.`,
    );
  }
  if ((await install()) !== 0)
    return refuse('Installing failed; the reason stands above. Nothing was started.');
  if (command.builds && (await build()) !== 0) return refuse('The build failed; the reason stands above.');
  return command.run(args);
}

/** `npm ci` when node_modules is missing or belongs to another lock file: neither stamped with it nor written after it. */
async function install() {
  const lock = createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = path.join(root, 'node_modules', '.entente-lock');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lock) return 0;
  if (
    modified(path.join(root, 'node_modules', '.package-lock.json')) >
    modified(path.join(root, 'package-lock.json')) - WRITE_SLACK_MS
  )
    return 0;
  say('Installing the packages of package-lock.json. About a minute on a good line; only when they change.');
  const npm = process.env['npm_execpath'];
  const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...flags])
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', flags);
  if (code === 0) fs.writeFileSync(stamp, lock);
  return code;
}

/** `next build` when a source is newer than the last build. */
async function build() {
  const built = modified(path.join(root, '.next', 'BUILD_ID'));
  if (built > 0 && newest(sources.map((source) => path.join(root, source))) <= built) return 0;
  say('Building the pages. About 30 to 60 seconds; only when the sources have changed.');
  return run(process.execPath, [path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
    NODE_ENV: 'production',
  });
}

/** The loader is started for every file that somebody tries, so that its start counts; it is compiled when a source is newer. */
async function load(args) {
  const program = path.join(compiled, 'load.mjs');
  if (newest(programSources.map((source) => path.join(root, source))) > modified(program)) {
    const { compile } = await import('./compile.mjs');
    await compile(root, compiled);
  }
  return run(process.execPath, [...SMALL_HEAP, program, ...args]);
}

function newest(paths) {
  return paths.reduce((latest, each) => {
    if (!fs.existsSync(each)) return latest;
    if (!fs.statSync(each).isDirectory()) return Math.max(latest, modified(each));
    return Math.max(latest, newest(fs.readdirSync(each).map((entry) => path.join(each, entry))));
  }, 0);
}

function modified(file) {
  return fs.existsSync(file) ? fs.statSync(file).mtimeMs : 0;
}

function nodeIsNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1]);
}

function script(file, scriptArgs) {
  return run(process.execPath, ['--import', 'tsx', path.join(root, file), ...scriptArgs]);
}

/** Runs a program in the project's root with our terminal, hands our signals on to it, and gives its exit code. */
function run(program, programArgs, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, programArgs, {
      cwd: root,
      stdio: 'inherit',
      env: { NEXT_TELEMETRY_DISABLED: '1', ...process.env, ...env },
    });
    const forward = (signal) => child.kill(signal);
    // Ctrl-C reaches the whole process group by itself: the child answers it, and we wait for the child.
    const ignore = () => {};
    process.on('SIGINT', ignore).on('SIGTERM', forward).on('SIGHUP', forward);
    const watch = watchParent(() => child.kill('SIGTERM'));
    const done = (code) => {
      clearInterval(watch);
      process.off('SIGINT', ignore).off('SIGTERM', forward).off('SIGHUP', forward);
      resolve(code);
    };
    child.once('error', (error) => {
      console.error(`entente: ${program} could not be run: ${error.message}`);
      done(1);
    });
    child.once('exit', (code, signal) => done(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

/**
 * npm runs us through a shell, and a shell that is ended does not hand the signal on: when it is gone, so is who wanted us. Only
 * under npm, since a program started directly may well outlive its terminal.
 */
function watchParent(onGone) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env['npm_lifecycle_event'] !== undefined && process.ppid !== parent) onGone();
  }, PARENT_CHECK_MS);
  return watch.unref();
}

function say(text) {
  console.log(`entente: ${text}`);
}

function refuse(text) {
  console.error(`entente: ${text}`);
  return 1;
}
