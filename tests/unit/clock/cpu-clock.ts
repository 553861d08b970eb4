/** Milliseconds of computing that this process has used: what others do on the machine does not count, as it would on the wall's clock. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * How much more computing ten times the input takes: about 10 where it grows with the length, 100 where it grows with the square.
 *
 * @param make - makes an input of a size; not counted
 * @param work - does it
 * @param size - large enough to be measured
 */
export function growthOf<T>(make: (size: number) => T, work: (input: T) => unknown, size: number): number {
  const least = (input: T): number =>
    Math.min(
      ...Array.from({ length: 3 }, () => {
        const before = cpuMs();
        work(input);
        return cpuMs() - before;
      }),
    );
  const small = make(size);
  // Once to warm up.
  work(small);
  return least(make(size * 10)) / Math.max(least(small), 0.5);
}
