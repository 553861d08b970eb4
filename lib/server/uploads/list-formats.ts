import 'server-only';

import type { LoadableFormats } from '@/lib/api/formats-endpoint';
import { formats } from '@/lib/ingest/formats';

import { getEnv } from '../get-env';
import { FILES_MAX } from './receive-files';

/**
 * Lists the formats that datasets are read from, in the order in which they are tried, and how much
 * may be sent at once.
 */
export function listFormats(): LoadableFormats {
  return {
    formats: formats.map(({ name, title }) => ({ name, title })),
    total: formats.length,
    limits: { bytes: getEnv().uploadMaxBytes, files: FILES_MAX },
  };
}
