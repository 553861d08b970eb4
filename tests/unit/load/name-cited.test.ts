import { describe, expect, it } from '@jest/globals';

import { nameCited } from '@/lib/load/name-cited';

function cite(...inputs: readonly (readonly [given: string, file: string])[]): readonly string[] {
  return nameCited(inputs.map(([given, path]) => ({ given, path, isNamed: given === path }))).map(
    ({ citedFile }) => citedFile,
  );
}

describe('A file', () => {
  it('is cited by its path below the folder that was given', () => {
    expect(
      cite(
        ['/data', '/data/north/events.csv'],
        ['/data', '/data/south/events.csv'],
        ['/data', '/data/more.csv'],
      ),
    ).toEqual(['north/events.csv', 'south/events.csv', 'more.csv']);
  });

  it('is cited by its name where it was given itself', () => {
    expect(cite(['/data/events.csv', '/data/events.csv'])).toEqual(['events.csv']);
  });

  it('is cited with the folders that tell it apart where another of its name was given too', () => {
    expect(
      cite(
        ['/a/x/events.csv', '/a/x/events.csv'],
        ['/b/x/events.csv', '/b/x/events.csv'],
        ['/c.csv', '/c.csv'],
      ),
    ).toEqual(['a/x/events.csv', 'b/x/events.csv', 'c.csv']);
  });
});
