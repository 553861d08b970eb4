const number = new Intl.NumberFormat('en-GB');

/** "1 passage", "23,033 passages". */
export function countOf(count: number, one: string, many: string): string {
  return `${number.format(count)} ${count === 1 ? one : many}`;
}
