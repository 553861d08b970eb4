import { SOURCE_NAMES } from '../documents/source-names';
import { foreignEnds, foreignNames } from './foreign-names';
import { guessTripleColumns } from './guess-triple-columns';
import { toPlainName, type TableShape } from './map-columns';

const ENDINGS = ['name', 'label', 'entity', 'actor', 'node', 'nodename', 'id', 'nodeid', 'entityid'];
const WORDS_OF_ENDS: readonly (readonly [subject: string, object: string])[] = [
  ['subject', 'object'],
  ['source', 'target'],
  ['head', 'tail'],
  ['from', 'to'],
  ['actor1', 'actor2'],
  ['subj', 'obj'],
  ['s', 'o'],
  ['h', 't'],
  ['sub', 'obj'],
  ['src', 'dst'],
  ['src', 'dest'],
  ['entity1', 'entity2'],
  ['node1', 'node2'],
  ['arg1', 'arg2'],
  ['start', 'end'],
  ...foreignEnds,
];
/** The names of both ends that belong together, bare and with the endings that columns have: those of names before those of ids. */
const ENDS = ['', ...ENDINGS].flatMap((ending) =>
  WORDS_OF_ENDS.flatMap(([subject, object]) =>
    // A start and an end alone are dates, and a letter takes no ending.
    (subject === 'start' && ending === '') || (subject.length === 1 && ending !== '')
      ? []
      : [[subject + ending, object + ending] as const],
  ),
);

/** The fields of `triples.csv`, each with the names by which it is known elsewhere, as `toPlainName` writes them. */
const otherNames: readonly (readonly [field: string, ...names: readonly string[]])[] = [
  ['subject', ...ENDS.map(([subject]) => subject)],
  [
    'relation',
    'predicate',
    'type',
    'label',
    'edge',
    'rel',
    'p',
    'r',
    'relationtype',
    'reltype',
    'relationname',
    'relationship',
    'property',
    'verb',
    'event',
    'eventtext',
    'eventtype',
    'edgetype',
    'edgelabel',
    ...[
      'relationshiptype',
      'relationshipname',
      'relationlabel',
      'predicatelabel',
      'propertylabel',
      'predicatename',
    ],
    ...[
      'connection',
      'interaction',
      'interactiontype',
      'linktype',
      'connectiontype',
      'relationkind',
      'relationid',
      'kind',
    ],
  ],
  ['object', ...ENDS.map(([, object]) => object)],
  ['about', 'topic', 'ofwhat'],
  [
    'start',
    'date',
    'day',
    'time',
    'when',
    'startdate',
    'starttime',
    'eventdate',
    'begin',
    'since',
    'validfrom',
    'timestamp',
    ...['year', 'startyear', 'eventyear', 'yearstart', 'fromyear', 'yearfrom', 'datestart', 'datetime'],
  ],
  [
    'end',
    'until',
    'stop',
    'enddate',
    'endtime',
    'till',
    'validto',
    'validuntil',
    ...['endyear', 'yearend', 'toyear', 'yearto', 'dateend'],
  ],
  ['place', 'location', 'where', 'eventlocation'],
  ['modality'],
  ['stance', 'polarity'],
  ['confidence', 'score', 'probability', 'certainty'],
  ['attributed_to', 'attribution', 'saidby', 'according', 'accordingto', 'speaker'],
  ['document', 'doc', 'documentid', 'docid'],
  ['paragraph', 'para', 'paragraphnumber'],
  ['quote', ...SOURCE_NAMES.quote],
  ['url', ...SOURCE_NAMES.url],
  ['reference', ...SOURCE_NAMES.reference],
  ['title', ...SOURCE_NAMES.title],
  ['publisher', ...SOURCE_NAMES.publisher],
  ['published', ...SOURCE_NAMES.published],
  [
    'subject_kind',
    'subjecttype',
    'sourcetype',
    'headtype',
    'actor1type',
    ...['entityatype', 'entity1type', 'node1type'],
    'sourcekind',
    'headkind',
    'subjectclass',
  ],
  [
    'object_kind',
    'objecttype',
    'targettype',
    'tailtype',
    'actor2type',
    ...['entitybtype', 'entity2type', 'node2type'],
    'targetkind',
    'tailkind',
    'objectclass',
  ],
];

const required = ['subject', 'relation', 'object'];

/** The columns of a table of triples: the fields of `triples.csv`, under any of the names that people give them. */
export const tripleColumns: TableShape = {
  required,
  hasBlanks: true,
  optional: otherNames.map(([field]) => field).filter((field) => !required.includes(field)),
  synonyms: new Map(
    [...otherNames, ...foreignNames].flatMap(([field, ...names]) =>
      [toPlainName(field), ...names].map((name) => [name, field] as const),
    ),
  ),
  ends: {
    subject: 'subject',
    object: 'object',
    partners: new Set(ENDS.map(([subject, object]) => `${subject} ${object}`)),
  },
  guess: guessTripleColumns,
};
