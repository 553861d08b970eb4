import { parseMapping, type Mapping } from '@/lib/model/mapping';

interface Given {
  readonly map?: string | undefined;
  readonly header: boolean;
  readonly 'save-map': boolean;
}

/** What `--map` and `--no-header` say together. Throws where the other options stand without `--map`. */
export function toMapping({ map, header, 'save-map': isKept }: Given): Mapping | undefined {
  if (map !== undefined) return { columns: parseMapping(map), ...(header ? {} : { header }) };
  if (!header || isKept)
    throw new Error('--no-header and --save-map go with --map, which says which column is what.');
  return undefined;
}
