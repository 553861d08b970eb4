const NUMBER = /^[-+]?\d+(?:[.,]\d+)?(?:e[-+]?\d+)?$/iu;

/** Whether the cells of a column say nothing but numbers; false where they say nothing at all. */
export function areNumbers(cells: readonly string[]): boolean {
  const full = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return full.length > 0 && full.every((cell) => NUMBER.test(cell));
}
