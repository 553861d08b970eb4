import type { GivenTables } from '@/lib/ingest/source';
import { parseMapping, type Mapping } from '@/lib/model/mapping';

interface Given {
  readonly map?: string | undefined;
  readonly header: boolean;
  readonly 'save-map': boolean;
}

/**
 * Combines what `--map` and `--no-header` say.
 * @throws when the other options are given without `--map`
 */
export function toMapping({ map, header, 'save-map': isKept }: Given): Mapping | undefined {
  if (map !== undefined) return { columns: parseMapping(map), ...(header ? {} : { header }) };
  if (!header || isKept)
    throw new Error('--no-header and --save-map go with --map, which says what each column holds.');
  return undefined;
}

interface GivenNames {
  readonly nodes?: string | undefined;
  readonly edges?: string | undefined;
}

/**
 * Combines what `--nodes` and `--edges` name.
 * @throws when one of them is given without the other
 */
export function toTables(
  { nodes, edges }: GivenNames,
  toPath: (given: string) => string,
): GivenTables | undefined {
  if (nodes === undefined && edges === undefined) return undefined;
  if (nodes === undefined || edges === undefined)
    throw new Error(
      '--nodes and --edges go together: a table of who there is, and one of who did what to whom.',
    );
  const toPaths = (names: string): readonly string[] => names.split(',').map((name) => toPath(name.trim()));
  return { nodes: toPaths(nodes), edges: toPaths(edges) };
}
