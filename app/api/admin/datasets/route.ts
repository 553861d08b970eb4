import { loadsEndpoint } from '@/lib/api/datasets-endpoint';
import { outsideProxy } from '@/lib/server/http/outside-proxy';
import { refuseMethods } from '@/lib/server/http/refuse-methods';
import { serveAdmin } from '@/lib/server/session/serve-admin';
import { serveLoad } from '@/lib/server/uploads/serve-load';

const refused = refuseMethods('GET', 'POST');

export const GET = outsideProxy(
  serveAdmin(loadsEndpoint, async (_, store) => {
    const loads = [...(await store.loads())];
    return { loads, total: loads.length };
  }),
);
export const POST = outsideProxy(serveLoad);
export const PUT = outsideProxy(refused.PUT);
export const PATCH = outsideProxy(refused.PATCH);
export const DELETE = outsideProxy(refused.DELETE);
