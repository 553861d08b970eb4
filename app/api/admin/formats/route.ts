import { formatsEndpoint } from '@/lib/api/formats-endpoint';
import { listFormats } from '@/lib/server/uploads/list-formats';
import { refuseMethods } from '@/lib/server/http/refuse-methods';
import { serveAdmin } from '@/lib/server/session/serve-admin';

export const GET = serveAdmin(formatsEndpoint, () => Promise.resolve(listFormats()));
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
