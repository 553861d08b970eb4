/** Bundles of STIX 2, as MITRE ATT&CK, OpenCTI and MISP export them: what joins objects, with references, reports, notes and opinions. */
import path from 'node:path';

import { openExtracted } from '../../extracted/open-extracted';
import { fieldOf } from '../../json/json-value';
import { peekFound } from '../../json/read-json';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';
import type { FileSample } from '../../bytes/take-sample';
import { isStixObject, readStixObjects, STIX_PLACES } from './objects';
import { toStixGraph } from './to-graph';

export const stix: Format = {
  name: 'stix',
  title: 'a bundle of STIX',
  recognises: recognisedBy('its objects have a type and an id that begins with it, as in STIX', isStix),
  open: async ({ path: file, name }, options) => {
    const dataset = path.basename(name, path.extname(name));
    return await Promise.resolve(
      openExtracted(
        {
          dataset,
          files: [file],
          read: async (unread) => toStixGraph(await readStixObjects(file, options.meter), unread),
        },
        options,
      ),
    );
  },
};

function isStix(sample: FileSample): boolean {
  const found = peekFound(sample, [...STIX_PLACES, ['type'], ['id']]);
  const head = new Map(found.map(({ path: at, value }) => [at.join('.'), value]));
  if (head.get('type') === 'bundle' && String(head.get('id')).startsWith('bundle--')) return true;
  const objects = found.flatMap(({ value }) => (isStixObject(value) ? [value] : []));
  return objects.some((value) => fieldOf(value, 'spec_version') !== undefined || 'created' in value);
}
