/** Which variable of a query is what: by their names where they leave no doubt, else by what a person says. */
import type { Mapping } from '@/lib/model/mapping';

import { QuestionError } from '../../question-error';
import { toPlainName } from '../../table/map-columns';
import { tripleColumns } from '../../table/triple-columns';
import type { SparqlAnswer } from './solutions';

/** What each field is read from: a variable, or what it is in each row. */
export type SparqlRoles = ReadonlyMap<string, { readonly variable: string } | { readonly constant: string }>;

const ENDS = ['subject', 'relation', 'object'] as const;
const NAMES: Readonly<Record<(typeof ENDS)[number], ReadonlySet<string>>> = {
  subject: new Set(['s', 'subj', 'subject', 'item', 'source', 'head', 'from']),
  relation: new Set(['p', 'pred', 'predicate', 'prop', 'property', 'rel', 'relation', 'relationship', 'wdt']),
  object: new Set(['o', 'obj', 'object', 'value', 'target', 'tail', 'to']),
};
const OTHERS = new Set(
  [
    'about',
    'start',
    'end',
    'place',
    'modality',
    'stance',
    'confidence',
    'attributed_to',
    'quote',
    'url',
  ].concat(['title', 'publisher', 'published']),
);
const FIELDS = [...ENDS, ...OTHERS];
/** What the label service of Wikidata puts behind the name of a variable. */
const TWIN = /(?:Label|AltLabel|Description)$/u;
const SHOWN_ROWS = 3;

/** Returns the variables that are none of another's label or description. */
export function basesOf(variables: readonly string[]): readonly string[] {
  const all = new Set(variables);
  return variables.filter((name) => !TWIN.test(name) || !all.has(name.replace(TWIN, '')));
}

/** Returns what the variables are, where their names leave no doubt. */
export function findRoles({ variables }: Pick<SparqlAnswer, 'variables'>): SparqlRoles | undefined {
  const bases = basesOf(variables);
  const found = ENDS.map((end) => bases.filter((name) => NAMES[end].has(toPlainName(name))));
  const roles = new Map<string, { readonly variable: string }>();
  for (const [at, names] of found.entries()) {
    const [variable, another] = names;
    if (variable === undefined || another !== undefined) return undefined;
    roles.set(ENDS[at] ?? '', { variable });
  }
  const ends = new Set(found.flat());
  for (const variable of bases.filter((name) => !ends.has(name))) {
    const field = tripleColumns.synonyms?.get(toPlainName(variable)) ?? toPlainName(variable);
    if (OTHERS.has(field) && !roles.has(field)) roles.set(field, { variable });
  }
  return roles;
}

/** Returns what a person says; the label of a variable means the variable. */
export function toSaidRoles({ columns }: Mapping, variables: readonly string[]): SparqlRoles {
  const bases = basesOf(variables);
  return new Map(
    Object.entries(columns).map(([field, column]) => {
      const constant = /^"(.*)"$/su.exec(column)?.[1] ?? (variables.includes(column) ? undefined : column);
      const base = bases.includes(column) ? column : column.replace(TWIN, '');
      return [field, constant === undefined ? { variable: base } : { constant }] as const;
    }),
  );
}

/** Returns what a person is asked about a query whose variables do not say what they are. */
export function askRoles({ variables, first }: SparqlAnswer): QuestionError {
  const [subject = '', second = '', third] = basesOf(variables);
  const columns =
    third === undefined
      ? { subject, relation: `"${second}"`, object: second }
      : { subject, relation: second, object: third };
  const reason =
    'The variables of the query do not say which holds the subject, the relation and the object.';
  const question = {
    reason,
    columns: [...variables],
    rows: first
      .slice(0, SHOWN_ROWS)
      .map(({ values }) => variables.map((name) => (values.get(name)?.text ?? '').slice(0, 200))),
    fields: [...FIELDS],
    guess: { columns },
  };
  return new QuestionError(`What does each column hold? ${reason} Nothing was stored.`, question);
}
