/** Statements of the Beneficial Ownership Data Standard, versions 0.2 to 0.4: who has which interest in what, and where that is stated. */
import path from 'node:path';

import { openExtracted } from '../../extracted/open-extracted';
import { peekJson, recordsOf } from '../../json/peek-json';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';
import { isBods, readStatements } from './statements';
import { toBodsGraph } from './to-graph';

export const bods: Format = {
  name: 'bods',
  title: 'statements of beneficial ownership (BODS)',
  recognises: recognisedBy('its records are statements of the Beneficial Ownership Data Standard', (sample) =>
    recordsOf(peekJson(sample)).some(isBods),
  ),
  open: async (sample, options) => {
    const { path: file, name } = sample;
    const layout = peekJson(sample)?.layout ?? 'list';
    const dataset = path.basename(name, path.extname(name));
    return await Promise.resolve(
      openExtracted(
        {
          dataset,
          files: [file],
          read: async (unread) =>
            toBodsGraph(await readStatements(file, layout, options.meter), { file, unread }),
        },
        options,
      ),
    );
  },
};
