/** CX, the exchange format of Cytoscape and NDEx: version 2, and version 1 with what stands in lists of its own. */
import { openFoundGraph, type FoundDialect } from '../../graph-files/found-graph';
import { isRecord } from '../../json/json-value';
import { peekFound } from '../../json/read-json';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';
import { createFirstReader, FIRST_ASPECTS } from './first-version';
import { createSecondReader } from './second-version';

const HEAD = [
  ['*', 'CXVersion'],
  ['*', 'numberVerification', '*'],
  ['*', 'nodes', '*'],
  ['*', 'edges', '*'],
];

export const cx: Format = {
  name: 'cx',
  title: 'a network in CX',
  recognises: recognisedBy('it lists the aspects of a network, as CX does', (sample) =>
    peekFound(sample, HEAD).some(
      ({ path: [, aspect], value }) => aspect === 'CXVersion' || (isRecord(value) && isOfFirst(value)),
    ),
  ),
  open: (sample, options) => {
    const isSecond = peekFound(sample, HEAD).some(({ path: [, aspect] }) => aspect === 'CXVersion');
    return openFoundGraph(sample, isSecond ? second : first, options);
  },
};

function isOfFirst(value: Readonly<Record<string, unknown>>): boolean {
  return Object.hasOwn(value, 'longNumber') || Object.hasOwn(value, '@id');
}

const second: FoundDialect = {
  places: [
    ['*', 'attributeDeclarations', '*'],
    ['*', 'nodes', '*'],
    ['*', 'edges', '*'],
  ],
  begin: createSecondReader,
};

const first: FoundDialect = {
  places: FIRST_ASPECTS.map((aspect) => ['*', aspect, '*']),
  begin: createFirstReader,
};
