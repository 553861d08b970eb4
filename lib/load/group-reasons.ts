import type { Reject } from '@/lib/model/reject';

/** Rejects that say the same: how many, the column, and what the first one says. */
export interface ReasonGroup {
  readonly count: number;
  readonly column: string;
  readonly reason: string;
  /** Whether the others differ from it in the values that they quote. */
  readonly varies: boolean;
}

export interface ReasonGroups {
  add(reject: Pick<Reject, 'column' | 'reason'>): void;
  /** Largest first. */
  list(): readonly ReasonGroup[];
}

const GROUPS_MAX = 200;
const QUOTED = /'[^']*'|“[^”]*”|\d+/gu;

/** Groups reasons that differ only in quoted values and numbers. Past a number of groups, new ones are counted as one. */
export function createReasonGroups(): ReasonGroups {
  const groups = new Map<string, { -readonly [K in keyof ReasonGroup]: ReasonGroup[K] }>();
  return {
    add: ({ column, reason }) => {
      const key = `${column}\u0000${reason.replace(QUOTED, '…')}`;
      const group = groups.get(key) ?? (groups.size >= GROUPS_MAX ? groups.get('') : undefined);
      if (group) {
        group.count += 1;
        group.varies ||= group.reason !== reason;
      } else if (groups.size >= GROUPS_MAX)
        groups.set('', { count: 1, column: '', reason: 'other reasons', varies: true });
      else groups.set(key, { count: 1, column, reason, varies: false });
    },
    list: () => [...groups.values()].sort((a, b) => b.count - a.count),
  };
}
