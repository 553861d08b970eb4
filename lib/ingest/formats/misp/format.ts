/** Events of MISP: attributes and objects, what refers from one to another, and the event as the document that says it. */
import path from 'node:path';

import { openExtracted } from '../../extracted/open-extracted';
import { isRecord } from '../../json/json-value';
import { peekFound } from '../../json/read-json';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';
import { EVENT_PLACES, readMispEvents } from './events';
import { toMispGraph } from './to-graph';

const PARTS = new Set(['Attribute', 'Object']);

export const misp: Format = {
  name: 'misp',
  title: 'events of MISP',
  recognises: recognisedBy('it has an Event with attributes or objects, as MISP writes them', (sample) =>
    peekFound(sample, EVENT_PLACES).some(
      ({ path: at, value }) =>
        at.some((part) => PARTS.has(String(part))) && isRecord(value) && Object.hasOwn(value, 'uuid'),
    ),
  ),
  open: async ({ path: file, name }, options) => {
    const dataset = path.basename(name, path.extname(name));
    return await Promise.resolve(
      openExtracted(
        {
          dataset,
          files: [file],
          read: async (unread) => toMispGraph(await readMispEvents(file, options.meter), { file, unread }),
        },
        options,
      ),
    );
  },
};
