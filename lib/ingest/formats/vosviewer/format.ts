/** Networks of VOSviewer: items, and links between them that have a strength and no direction. */
import { openFoundGraph, type FoundDialect, type FoundValue } from '../../graph-files/found-graph';
import { toEdge, toNode } from '../../graph-files/json-graph';
import type { GraphRecord } from '../../graph-files/graph-record';
import { isRecord } from '../../json/json-value';
import { peekFound } from '../../json/read-json';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';

const PLACES = [
  ['network', 'items', '*'],
  ['network', 'links', '*'],
];

export const vosviewer: Format = {
  name: 'vosviewer',
  title: 'a network of VOSviewer',
  recognises: recognisedBy('it has the items and links of a network', (sample) =>
    peekFound(sample, PLACES).some(({ value }) => isRecord(value) && Object.hasOwn(value, 'id')),
  ),
  open: (sample, options) => openFoundGraph(sample, dialect, options),
};

const dialect: FoundDialect = {
  places: PLACES,
  begin: ({ unknownKinds }) => {
    const settings = { isDirected: false, counted: [] };
    return {
      take: (found: FoundValue): readonly GraphRecord[] =>
        found.path[1] === 'items'
          ? [toNode(found.file, found, { settings, unknownKinds })]
          : [toEdge(found.file, found, settings)],
    };
  },
};
