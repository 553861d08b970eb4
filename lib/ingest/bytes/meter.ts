/** How far the reading of files has come. */
export interface Meter {
  add(bytes: number): void;
}
