import { makeZip, type ZipEntry } from './make-zip';

/** A cell as the XML of a sheet has it: a text, a number, or XML of its own. */
type Cell = string | number | { readonly xml: string };

/** A day or a moment: days since the last of 1899, in a format for dates. */
export function day(serial: number): Cell {
  return { xml: `s="1"><v>${serial}</v>` };
}

/** "Pell Dock", half of it bold, from the texts that the sheets share. */
export const shared: Cell = { xml: 't="s"><v>0</v>' };

/** Makes a workbook of sheets, each with its rows; an empty row is left out of the file, as Excel does. */
export function makeXlsx(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  more: readonly ZipEntry[] = [],
): Buffer {
  const names = Object.keys(sheets);
  const list = names
    .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"/>`)
    .join('');
  const links = names
    .map(
      (_, at) => `<Relationship Id="r${at + 1}" Type="${REL}/worksheet" Target="worksheets/s${at + 1}.xml"/>`,
    )
    .join('');
  return makeZip([
    { name: '[Content_Types].xml', text: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      text: `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets>${list}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="st" Type="${REL}/styles" Target="styles.xml"/><Relationship Id="sh" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/>${links}</Relationships>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      text: `<sst xmlns="${MAIN}"><si><r><t>Pell </t></r><r><rPr><b/></rPr><t>Dock</t></r></si></sst>`,
    },
    {
      name: 'xl/styles.xml',
      text: `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    ...Object.values(sheets).map((rows, at) => ({ name: `xl/worksheets/s${at + 1}.xml`, text: toXml(rows) })),
    ...more,
  ]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function toXml(rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((cells, at) => {
    const inside = cells.map((cell, column) => toCell(cell, `${String.fromCharCode(65 + column)}${at + 1}`));
    return cells.length === 0 ? '' : `<row r="${at + 1}">${inside.join('')}</row>`;
  });
  return `<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function toCell(cell: Cell, address: string): string {
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c r="${address}" ${cell.xml}</c>`;
  return cell === '' ? '' : `<c r="${address}" t="inlineStr"><is><t>${cell}</t></is></c>`;
}
