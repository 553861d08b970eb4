/** `npm run bench -- <name>`: measurements, each with its baselines in the same run. Without a name it lists them. */
import { benchLoad } from './load';

interface Bench {
  readonly name: string;
  readonly summary: string;
  /** Returns the exit code. */
  readonly run: (args: readonly string[]) => Promise<number>;
}

const benches: readonly Bench[] = [
  {
    name: 'load',
    summary: 'how fast the loader is and how much memory it takes, beside loads written by hand',
    run: benchLoad,
  },
];

const [name, ...args] = process.argv.slice(2);
const bench = benches.find((each) => each.name === name);

if (bench === undefined) {
  if (name !== undefined) console.error(`entente: There is no bench "${name}".`);
  console.log('npm run bench -- <name>; with --help it tells its options.\n');
  for (const each of benches) console.log(`  ${each.name.padEnd(8)} ${each.summary}`);
  process.exitCode = name === undefined ? 0 : 1;
} else {
  process.exitCode = await bench.run(args);
}
