import { formatsEndpoint } from '@/lib/api/formats-endpoint';
import { listFormats } from '@/lib/server/list-formats';
import { refuseMethods } from '@/lib/server/refuse-methods';
import { serveAdmin } from '@/lib/server/serve-admin';

export const GET = serveAdmin(formatsEndpoint, () => Promise.resolve(listFormats()));
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
