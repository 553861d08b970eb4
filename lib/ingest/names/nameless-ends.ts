/** Whether the ends of rows are names at all, or only what tells nodes apart. */
import { EntenteError } from '@/lib/model/entente-error';

import type { Piece, SourceRow } from '../source';
import { isClassWord } from './find-kind';

/** Numbers, hashes, UUIDs and the ids of Freebase. */
const ID =
  /^(?:[-+]?\d+(?:[.,]\d+)?|[0-9a-f]*\d[0-9a-f]{15,}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|\/?[mg][./]\w{3,})$/iu;
/** The same, and letters with a number as programs count nodes: n0, v12, id_7. In a table of rows they may be how people are called. */
const NODE_ID = new RegExp(`${ID.source}|^(?:[a-z]{1,2}|id|node|ent|entity|vertex|item)[-_: ]?\\d+$`, 'iu');
/** The numbers of Wikidata's properties, and of its items. */
const PROPERTY = /^P[1-9]\d{0,5}$/u;
const LOOKED_AT_ROWS = 1_000;
/** Nodes come before edges; behind so many pieces without a row the rest is taken on trust. */
const LOOKED_AT_PIECES = 100_000;
const FEWEST = 2;
const SHARE = 0.8;
const SHOWN = 3;

/** Nothing in an input says what its nodes are called; a person can say that what there is are the names. */
export class NamelessError extends EntenteError {
  constructor(message: string) {
    super('invalid', message);
  }
}

/**
 * Looks at the ends of the first rows.
 *
 * @param pieces - what a format makes of an input, from the beginning
 * @param isKnown - whether a cell is the id of an entity that the input itself declares
 * @throws `NamelessError` where four in five of them are numbers, ids or words for classes
 */
export async function refuseNamelessEnds(
  pieces: AsyncIterable<readonly Piece[]>,
  isKnown: (cell: string) => boolean,
): Promise<void> {
  const { ends, relations } = await collectNames(pieces, isKnown);
  const ids = [...ends].filter(([end, isNode]) => (isNode ? NODE_ID : ID).test(end)).map(([end]) => end);
  const classes = [...ends.keys()].filter(isClassWord);
  if (ends.size >= FEWEST && ids.length >= ends.size * SHARE) throw new NamelessError(tellIds(ids));
  if (ends.size > 0 && classes.length >= ends.size * SHARE) throw new NamelessError(tellClasses(classes));
  const numbers = [...relations].filter((relation) => PROPERTY.test(relation));
  if (relations.size > 0 && numbers.length >= relations.size * SHARE)
    throw new NamelessError(tellNumbers(numbers));
}

interface Names {
  /** Of each whether it is a node with an id. */
  readonly ends: ReadonlyMap<string, boolean>;
  readonly relations: ReadonlySet<string>;
}

/** What the first rows join, and what they call it. */
async function collectNames(
  pieces: AsyncIterable<readonly Piece[]>,
  isKnown: (cell: string) => boolean,
): Promise<Names> {
  const ends = new Map<string, boolean>();
  const relations = new Set<string>();
  let [rows, seen] = [0, 0];
  for await (const some of pieces) {
    for (const piece of some) {
      if (piece.kind !== 'row' || piece.row.problem) continue;
      rows += 1;
      for (const [end, isNode] of endsOf(piece.row, isKnown)) ends.set(end, isNode);
      relations.add(piece.row.relation ?? piece.row.cells.get('relation') ?? '');
    }
    seen += some.length;
    if (rows >= LOOKED_AT_ROWS || seen >= LOOKED_AT_PIECES) break;
  }
  return { ends, relations };
}

function endsOf(
  { subject, object, cells }: SourceRow,
  isKnown: (cell: string) => boolean,
): readonly (readonly [end: string, isNode: boolean])[] {
  const own = [
    [subject?.name ?? cells.get('subject'), subject?.id !== undefined],
    [object?.name ?? cells.get('object'), object?.id !== undefined],
  ] as const;
  return own.flatMap(([end = '', isNode]) =>
    end === '' || isKnown(end) ? [] : [[end.trim(), isNode] as const],
  );
}

function tellIds(ids: readonly string[]): string {
  return `The relations join numbers or ids (${ids.slice(0, SHOWN).join(', ')}), and nothing says what these are called, so nothing was stored. Add the table that names them: --nodes <table> --edges <table>. If these are the names: --ids-as-names.`;
}

function tellClasses(classes: readonly string[]): string {
  return `The relations join words for classes (${classes.slice(0, SHOWN).join(', ')}), and nothing says who is meant, so nothing was stored. If these are the names: --ids-as-names.`;
}

function tellNumbers(numbers: readonly string[]): string {
  return `The relations are called by numbers of properties (${numbers.slice(0, SHOWN).join(', ')}), and nothing says what they mean, so nothing was stored. Load a file that has the labels of the properties as well, such as their entities. If these are the names: --ids-as-names.`;
}
