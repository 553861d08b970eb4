import { graphEndpoint } from '@/lib/api/graph-endpoint';
import { refuseMethods } from '@/lib/server/refuse-methods';
import { serveResource } from '@/lib/server/serve-resource';

export const GET = serveResource(
  graphEndpoint,
  ({ seed, type, class: classes, source, modality, ...rest }, store) =>
    store.slice({ ...rest, seeds: seed, types: type, classes, sources: source, modalities: modality }),
);
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
