import type { GraphStore } from '@/lib/store/types';

import type { CuttingProxy } from './cutting-proxy';

/** An engine that faults are tried on. */
export interface Ground {
  readonly name: string;
  /** What the loader's environment says of the store. */
  readonly env: Readonly<Record<string, string>>;
  /** A store on the same data as the loader's. */
  open(): Promise<GraphStore>;
  /** Begins again with nothing stored. */
  empty(): Promise<void>;
  /** A way to the same store whose line is cut after so many commits, before their answers. */
  startProxy(drops: number): Promise<CuttingProxy & Pick<Ground, 'env'>>;
  /** What can be killed besides the loader: ends it at once, as a crash does. */
  readonly kill?: () => Promise<void>;
}
