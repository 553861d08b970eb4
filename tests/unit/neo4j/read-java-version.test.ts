import { describe, expect, it } from '@jest/globals';

import { readJavaVersion } from '@/scripts/neo4j/find-java';

describe('readJavaVersion', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "21" 2023-09-19', 21],
    ['java version "1.8.0_401"', 8],
    ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "24.0.1" 2025-04-15', 24],
    ['bash: java: command not found', undefined],
  ])('reads %j', (output, version) => {
    expect(readJavaVersion(output)).toBe(version);
  });
});
