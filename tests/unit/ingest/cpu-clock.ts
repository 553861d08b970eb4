/** Milliseconds of computing that this process has used: what others do on the machine does not count, as it would on the wall's clock. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
