/** Sigma hands a program whatever the reducer gave, but types only what its own programs know: these read the rest. */

export function readNumber(data: object, name: string, otherwise: number): number {
  const value: unknown = Reflect.get(data, name);
  return typeof value === 'number' ? value : otherwise;
}

export function readText(data: object, name: string, otherwise: string): string {
  const value: unknown = Reflect.get(data, name);
  return typeof value === 'string' ? value : otherwise;
}
