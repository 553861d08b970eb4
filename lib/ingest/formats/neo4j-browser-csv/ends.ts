import { EntenteError } from '@/lib/model/entente-error';
import type { Mapping } from '@/lib/model/mapping';

import { QuestionError } from '../../question-error';
import type { PeekedCells } from './peek-cells';

/** Which columns are joined, by their places from 0; the relation is a column too, or the same in each row. */
export interface Ends {
  readonly subject: number;
  readonly object: number;
  readonly relation: number | string;
}

const FIELDS = ['subject', 'relation', 'object'];
const SHOWN_ROWS = 3;

/** @throws `QuestionError`, since a relationship in a cell does not say which nodes it joins, and which way */
export function askForEnds(file: string, { header, rows, sorts }: PeekedCells): QuestionError {
  const nodes = header.filter((_, at) => sorts[at] === 'node' || sorts[at] === 'properties');
  const relation =
    header.find((_, at) => sorts[at] === 'relationship') ?? (nodes.length > 2 ? nodes[1] : undefined);
  const [subject, object] = nodes.filter((name) => name !== relation);
  const columns = Object.entries({ subject, relation, object }).flatMap(([field, name]) =>
    name === undefined ? [] : [[field, name] as const],
  );
  const reason =
    'It is a table of Neo4j Browser, and a relationship in a cell of its own does not say which nodes it joins, and which way. A query that returns paths does: MATCH p = (n)-[r]->(m) RETURN p.';
  return new QuestionError(`${reason} Nothing of ${file} was stored.`, {
    reason,
    columns: [...header],
    rows: rows.slice(0, SHOWN_ROWS).map((row) => [...row]),
    fields: FIELDS,
    guess: { columns: Object.fromEntries(columns) },
  });
}

/** @throws `invalid` where what a person says does not fit the columns */
export function toEnds({ columns, header: hasHeader = true }: Mapping, header: readonly string[]): Ends {
  const strange = Object.keys(columns).filter((field) => !FIELDS.includes(field));
  if (strange.length > 0 || !hasHeader)
    throw new EntenteError(
      'invalid',
      `Of a table of Neo4j Browser --map says what subject, relation and object are, and nothing else${strange.length > 0 ? ` (${strange.join(', ')})` : ''}.`,
    );
  const placeOf = (field: string): number | undefined => {
    const name = columns[field] ?? '';
    const at = header.indexOf(name);
    if (at !== -1) return at;
    return /^\d+$/u.test(name) && Number(name) <= header.length && Number(name) > 0
      ? Number(name) - 1
      : undefined;
  };
  const [subject, object] = [placeOf('subject'), placeOf('object')];
  if (subject === undefined || object === undefined)
    throw new EntenteError(
      'invalid',
      `--map has to say which columns are subject and object. There are: ${header.join(', ')}.`,
    );
  const constant = (columns['relation'] ?? '').replace(/^"(?<inner>.*)"$/u, '$<inner>');
  return { subject, object, relation: placeOf('relation') ?? constant };
}
