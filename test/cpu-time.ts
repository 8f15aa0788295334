/** Milliseconds of CPU that this process takes for some work. The clock would also count what else the machine does. */
export function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
