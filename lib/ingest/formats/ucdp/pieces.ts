/** From rows of UCDP GED to relations of the two sides, each cited from the reports that tell of it. */
import { deriveId } from '@/lib/model/derive-id';
import type { Document } from '@/lib/model/document';
import { DocumentId } from '@/lib/model/ids';
import { RelationTypeName, type RelationType } from '@/lib/model/relation-type';

import { toSourceDocument } from '../../documents/cite-source';
import { createOutletCiter } from '../../documents/outlet-documents';
import { refuseCell, shortenCell } from '../../rows/check-cell';
import { attemptRow } from '../../rows/read-rows';
import { toEdtf } from '../../rows/written-date';
import type { Named, Piece, SourceRow } from '../../source';

type Cells = SourceRow['cells'];

/**
 * `type_of_violence` (UCDP GED codebook): 1 a government and an organised group, or two governments; 2 two organised groups; 3 a
 * government or group against civilians. In the first two the sides have no order that says who began.
 */
const types: ReadonlyMap<string, RelationType> = new Map([
  ['1', toType('STATE_BASED_CONFLICT', 'was in a state-based conflict with')],
  ['2', toType('NON_STATE_CONFLICT', 'was in a non-state conflict with')],
  ['3', toType('ONE_SIDED_VIOLENCE', 'used one-sided violence against', 'suffered one-sided violence by')],
]);

function toType(name: string, label: string, inverse?: string): RelationType {
  return {
    type: RelationTypeName.parse(`UCDP_${name}`),
    label,
    inverse: inverse ?? label,
    plover: 'ASSAULT',
    cameo: null,
    class: 'material-conflict',
    symmetric: inverse === undefined,
  };
}

/** @param dataset - what reports are told apart by */
export function createUcdpReader(dataset: string): (row: SourceRow) => readonly Piece[] {
  const citer = createOutletCiter();
  const brought = new Set<string>();

  function toRelation(row: SourceRow): readonly Piece[] {
    const { cells } = row;
    const type = typeOf(cells);
    const isNew = !brought.has(type.type);
    brought.add(type.type);
    const said: SourceRow = {
      ...row,
      cells: toCells(cells, type.type),
      subject: toSide('side_a', cells),
      object: toSide('side_b', cells),
      statement: toStatement(cells),
    };
    return [
      ...(isNew ? [{ kind: 'type', type } as const] : []),
      ...listReports(row, dataset).flatMap(({ document, attributedTo }) =>
        citer.cite(attribute(said, attributedTo), document === undefined ? [] : [document]),
      ),
    ];
  }

  return (row) => {
    const result = attemptRow(row, () => toRelation(row));
    if ('value' in result) return result.value;
    const { column, reason } = result.reject;
    return [{ kind: 'row', row: { ...row, problem: { column, reason } } }];
  };
}

function typeOf(cells: Cells): RelationType {
  const cell = cells.get('type_of_violence') ?? '';
  const type = types.get(cell.replace(/\.0+$/u, ''));
  return (
    type ??
    refuseCell(
      'type_of_violence',
      `'${shortenCell(cell)}' is no type of violence of UCDP; write 1 (state-based), 2 (non-state) or 3 (one-sided)`,
    )
  );
}

/** The sides are governments, organised groups and civilians. */
function toSide(side: 'side_a' | 'side_b', cells: Cells): Named | undefined {
  const name = cells.get(side);
  return name === undefined ? undefined : { name, becomes: 'organisation' };
}

function toCells(cells: Cells, relation: string): Cells {
  const written = new Map([
    ['subject', cells.get('side_a') ?? ''],
    ['relation', relation],
    ['object', cells.get('side_b') ?? ''],
    ...whenOf(cells),
    ['place', placeOf(cells)],
  ]);
  return new Map([...written].filter(([, cell]) => cell !== ''));
}

/**
 * The event lies between both dates, which are one where the day is known (`date_prec` 1). Where it is not and they are one all the same,
 * the day is about.
 */
function whenOf(cells: Cells): readonly (readonly [string, string])[] {
  const [from, to] = [cells.get('start') ?? '', cells.get('end') ?? ''];
  const [first, last] = [toEdtf(from) ?? from, toEdtf(to) ?? to];
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(first);
  const precision = Number(cells.get('date_prec') ?? '1');
  if (isDay && (last === '' || first === last)) return [['start', precision > 1 ? `${first}~` : first]];
  return [
    ['start', first],
    ['end', last],
  ];
}

/** What is called "Nowhere (country)" stands for no better place than the country itself. */
function placeOf(cells: Cells): string {
  const [where, country] = [cells.get('where_coordinates'), cells.get('country')];
  const isCountry = where === undefined || where === country;
  return [isCountry ? undefined : where, country].filter((part) => part !== undefined).join(', ');
}

function toStatement(cells: Cells): string | undefined {
  const best = cells.get('best');
  if (best === undefined) return undefined;
  const [low, high] = [cells.get('low'), cells.get('high')];
  const isWide = low !== undefined && high !== undefined && (low !== best || high !== best);
  return `Deaths, by UCDP's best estimate: ${best}${isWide ? ` (${low} to ${high})` : ''}`;
}

function attribute(row: SourceRow, attributedTo: string | undefined): SourceRow {
  if (attributedTo === undefined) return row;
  return { ...row, cells: new Map([...row.cells, ['attributed_to', attributedTo]]) };
}

interface Report {
  readonly document?: Document | undefined;
  readonly attributedTo?: string | undefined;
}

/**
 * Offices, dates and headlines are lists with `;` of as many parts as there are reports; where they are not, no part is known to belong to
 * another, and the whole entry is one source.
 */
function listReports({ cells, file, line }: SourceRow, dataset: string): readonly Report[] {
  const [offices, dates, headlines, origins] = [
    'source_office',
    'source_date',
    'source_headline',
    'source_original',
  ].map((field) => split(cells.get(field)));
  const article = cells.get('source_article');
  const count = Math.max(offices?.length ?? 0, headlines?.length ?? 0);
  const lists = [offices, dates, headlines].filter((list) => list !== undefined && list.length > 0);
  const attributed = cells.get('source_original');
  if (count === 0 || lists.some((list) => list?.length !== count)) {
    const document =
      article === undefined ? undefined : toSourceDocument({ title: article, file, line }, dataset);
    return [{ document, attributedTo: attributed }];
  }
  return Array.from({ length: count }, (_, at) => ({
    document: toReport(
      { office: offices?.[at], date: dates?.[at], headline: headlines?.[at], file, line },
      dataset,
    ),
    attributedTo: count === 1 ? attributed : origins?.length === count ? origins[at] : undefined,
  }));
}

interface ReportParts {
  readonly office: string | undefined;
  readonly date: string | undefined;
  readonly headline: string | undefined;
  readonly file: string;
  readonly line: number;
}

/** Two offices may give their reports the same headline. */
function toReport({ office, date, headline, file, line }: ReportParts, dataset: string): Document {
  const title = headline ?? [office, date].filter((part) => part !== undefined).join(', ');
  const published = date === undefined ? undefined : (toEdtf(date) ?? date);
  return {
    ...toSourceDocument({ title, publisher: office, published, file, line }, dataset),
    id: DocumentId.parse(deriveId('d', [dataset, office, date, headline])),
  };
}

function split(cell: string | undefined): readonly string[] {
  return (cell ?? '')
    .split(';')
    .map((part) => part.trim().replace(/^["“”]+|["“”]+$/gu, ''))
    .filter((part) => part !== '');
}
