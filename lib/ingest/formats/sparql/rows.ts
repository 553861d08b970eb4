/** From solutions to rows: names from labels, ids from IRIs. */
import type { EntityId } from '@/lib/model/ids';

import { createCiter } from '../../documents/cite-source';
import { attemptRow } from '../../rows/read-rows';
import { createTally, noteTally } from '../../rows/tally';
import type { Named, Piece, SourceRow } from '../../source';
import { basesOf, type SparqlRoles } from './roles';
import type { Solution } from './solutions';
import { createSparqlTerms } from './terms';

interface RowOptions {
  readonly file: string;
  readonly dataset: string;
  readonly roles: SparqlRoles;
  readonly variables: readonly string[];
}

const SOURCE_FIELDS = ['quote', 'url', 'title', 'publisher', 'published'];
const SOURCES = ['quote', 'url', 'title'];
const ITEM = /^Q[1-9]\d*$/u;

export function createSparqlRows({ file, dataset, roles, variables }: RowOptions) {
  const citer = createCiter(dataset);
  const terms = createSparqlTerms(roles);
  const known = new Set<EntityId>();
  const unlabelled = createTally();
  const values = createTally();

  function declare({ name, id }: Named): readonly Piece[] {
    if (id === undefined && ITEM.test(name)) unlabelled.add(name);
    if (id === undefined || known.has(id)) return [];
    known.add(id);
    return [{ kind: 'entity', entity: { id, name, kind: 'thing', aliases: [] } }];
  }

  function toCells(fields: readonly string[], solution: Solution): ReadonlyMap<string, string> {
    return new Map(
      fields.flatMap((field) => {
        const text = terms.textOf(field, solution);
        return text === undefined ? [] : [[field, text] as const];
      }),
    );
  }

  function toRowPieces(row: SourceRow, solution: Solution): readonly Piece[] {
    if (['subject', 'object'].some((end) => terms.isValue(end, solution))) {
      values.add(row.cells.get('relation') ?? '');
      return [];
    }
    const [subject, object] = ['subject', 'object'].map((end) => terms.toNamed(end, solution));
    const entities = [subject, object].flatMap((named) => (named ? declare(named) : []));
    const source = toCells(SOURCE_FIELDS, solution);
    const isCited = SOURCES.some((field) => source.has(field));
    const { line } = row;
    const cited = isCited ? citer.cite({ ...Object.fromEntries(source), file, line }) : undefined;
    const own = { ...row, subject, object, citation: cited?.citation };
    return [...entities, ...(cited?.pieces ?? []), { kind: 'row', row: own }];
  }

  return {
    /** Looks at solutions before they become rows. */
    look: terms.look,
    toPieces: (solution: Solution): readonly Piece[] => {
      const { line, raw, problem } = solution;
      const fields = [...roles.keys()].filter((field) => !SOURCE_FIELDS.includes(field));
      const refusal = problem === undefined ? undefined : { column: '', reason: problem };
      const row: SourceRow = { file, line, raw, cells: toCells(fields, solution), problem: refusal };
      const result = attemptRow(row, () => toRowPieces(row, solution));
      if ('value' in result) return result.value;
      const { column, reason } = result.reject;
      return [{ kind: 'row', row: { ...row, problem: { column, reason } } }];
    },
    notices: (): readonly string[] => [
      ...noteUnread(roles, variables),
      ...noteTally('Values are not read, only what leads to another resource', values),
      ...noteTally(
        'Items without a label, called by their ids where the store does not know them; ask the query for labels as well',
        unlabelled,
      ),
    ],
  };
}

function noteUnread(roles: SparqlRoles, variables: readonly string[]): readonly string[] {
  const used = new Set([...roles.values()].flatMap((role) => ('variable' in role ? role.variable : [])));
  const unread = basesOf(variables).filter((name) => !used.has(name));
  return unread.length === 0 ? [] : [`Variables that are not read: ${unread.join(', ')}.`];
}
