/** From statements of beneficial ownership to a graph: a relation for each interest, from who has it to what it is in. */
import type { ExtractedEntity, ExtractedRelation } from '../../extracted/extracted-graph';
import type { HeldGraph } from '../../extracted/open-extracted';
import { fieldOf, firstFieldOf, isRecord, toText } from '../../json/json-value';
import { createTally, noteTally, type Tally } from '../../rows/tally';
import type { Piece } from '../../source';
import { toInterests, toSource } from './interests';
import { PARTY_MEMBERS, toParty } from './parties';
import { textOf, type BodsStatement, type BodsStatements } from './statements';

interface Reading {
  readonly file: string;
  /** Where members that are not read are counted. */
  readonly unread: Tally;
}

const REFERENCES = ['describedByEntityStatement', 'describedByPersonStatement'];

export function toBodsGraph(
  { statements, find, rejects, replaced }: BodsStatements,
  { file, unread }: Reading,
): HeldGraph {
  const parties = new Map<string, ExtractedEntity>();
  const nameless = new Set<string>();
  const relations: ExtractedRelation[] = [];
  const refused: Piece[] = [];
  const told = { nobody: createTally(), closed: 0 };

  function addParty(statement: BodsStatement): void {
    const party = toParty(statement, file);
    for (const name of Object.keys(statement.details)) if (!PARTY_MEMBERS.has(name)) unread.add(name);
    if (party === undefined) nameless.add(statement.key);
    else parties.set(party.key, party);
  }

  function faultOf(key: string): string | undefined {
    if (parties.has(key)) return undefined;
    return nameless.has(key)
      ? `the statement '${key.slice(0, 80)}' names nobody`
      : `there is no statement '${key.slice(0, 80)}' in the file; add it`;
  }

  function addRelationship({ details, value, line, raw }: BodsStatement): void {
    const [party, subject] = [fieldOf(details, 'interestedParty'), fieldOf(details, 'subject')];
    const [from, to] = [toReference(party), toReference(subject)];
    if (from === undefined || to === undefined) {
      told.nobody.add(reasonOf(from === undefined ? party : subject));
      return;
    }
    const [source, target] = [find(from), find(to)];
    const place = { file, line, raw };
    const fault = [faultOf(source), faultOf(target)] as const;
    if (textOf(value, 'recordStatus') === 'closed') told.closed += 1;
    const document = toSource(value);
    for (const { type, cells, statement } of toInterests(details)) {
      const ends = { source, target, type };
      const reason = fault[0] ?? fault[1];
      if (reason !== undefined) refused.push(toRefused(place, ends, [fault[0] === undefined, reason]));
      else
        relations.push({
          ...place,
          ...ends,
          ...{ cells, statement, isDirected: true, evidence: [] },
          documents: document === undefined ? [] : [document],
        });
    }
  }

  for (const statement of statements) if (statement.kind !== 'relationship') addParty(statement);
  for (const statement of statements) if (statement.kind === 'relationship') addRelationship(statement);
  return {
    entities: [...parties.values()],
    relations,
    chunks: [],
    rejects: [...rejects, ...refused],
    notices: noteLeft({ replaced, ...told }),
  };
}

interface Told {
  readonly replaced: number;
  readonly nobody: Tally;
  readonly closed: number;
}

function noteLeft({ replaced, nobody, closed }: Told): readonly string[] {
  return [
    ...(replaced === 0 ? [] : [`Statements that others replace, which are not read: ${replaced}.`]),
    ...noteTally('Interests of nobody who is named, or in nothing, which are no relations', nobody),
    ...(closed === 0
      ? []
      : [`Relationships whose record is closed, so that they may have ended: ${closed}.`]),
  ];
}

/** From 0.4 on a party is the id of its record, or an object that says why there is none. */
function toReference(party: unknown): string | undefined {
  return isRecord(party) ? toText(firstFieldOf(party, REFERENCES)) : toText(party);
}

function reasonOf(party: unknown): string {
  const unspecified = isRecord(party) ? (fieldOf(party, 'unspecified') ?? party) : undefined;
  return isRecord(unspecified) ? (textOf(unspecified, 'reason') ?? 'no reason') : 'no reason';
}

type Place = Pick<ExtractedRelation, 'file' | 'line' | 'raw'>;

function toRefused(
  place: Place,
  { source, type, target }: Readonly<Record<'source' | 'type' | 'target', string>>,
  [isObject, reason]: readonly [boolean, string],
): Piece {
  const cells = new Map([['subject', source] as const, ['relation', type], ['object', target]]);
  return {
    kind: 'row',
    row: { ...place, cells, problem: { column: isObject ? 'object' : 'subject', reason } },
  };
}
