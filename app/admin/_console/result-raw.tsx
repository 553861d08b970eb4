'use client';

import styles from './console.module.css';
import type { Rows } from './use-run';

const SHOWN = 500;

/** The rows as the JSON they came as. */
export function ResultRaw({ columns, rows }: Rows) {
  const shown = rows.slice(0, SHOWN).map((row) => JSON.stringify(row));
  return (
    <div className={styles['scroller']} tabIndex={0} role="region" aria-label="Rows as JSON">
      <pre className={styles['raw']}>{[JSON.stringify(columns), ...shown].join('\n')}</pre>
      {rows.length > SHOWN && (
        <p className={styles['hint']}>
          The first {SHOWN} of {rows.length} rows. The JSON file holds all of them.
        </p>
      )}
    </div>
  );
}
