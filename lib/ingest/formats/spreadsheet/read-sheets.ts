/** The sheets of a workbook as Excel and others write it (`.xlsx`): what stands in their cells, as a CSV file would have it. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';

import { EntenteError } from '@/lib/model/entente-error';

import { listFiles } from '../../bytes/list-files';
import { unpackZip } from '../../bytes/unpack-zip';
import { shortenCell } from '../../rows/check-cell';
import { findSheetFault } from './check-parts';

/** A sheet that holds something. */
export interface Sheet {
  readonly name: string;
  /** From the first row of the sheet on, so that the first is row 1; each is as wide as the sheet. */
  readonly rows: readonly (readonly string[])[];
}

const PART = /\.(?:xml|rels)$/u;
const SHEET = /(?:^|\/)worksheets\/[^/]+\.xml$/u;
/** All of it is held in memory, several times over. */
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_SHEETS = 100;
const YEAR_OF_NO_DAY = 1900;

/**
 * Reads a workbook.
 *
 * @param file - its path
 * @returns its sheets in order, without those that are empty
 * @throws `invalid` when it is damaged, locked or too large
 */
export async function readSheets(file: string): Promise<readonly Sheet[]> {
  const sheets = await readCells(file, await repack(file));
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  if (filled.length > MOST_SHEETS)
    throw refuse(file, `has more than ${MOST_SHEETS} sheets; split it into several files`);
  return filled;
}

async function readCells(file: string, packed: Buffer): Promise<readonly Sheet[]> {
  try {
    const sheets = await readWorkbook(packed, { trim: false, parseNumber: (written) => written });
    return sheets.map(({ sheet, data }) => ({
      name: sheet.normalize('NFC'),
      rows: data.map((row) => row.map(toCell)),
    }));
  } catch (cause) {
    const what = cause instanceof Error ? shortenCell(cause.message) : '';
    throw new EntenteError(
      'invalid',
      `${file} cannot be read as a workbook: ${what}. Save it again, or save its sheets as CSV and load these.`,
      { cause },
    );
  }
}

/** The parts that were unpacked and checked, and nothing else, so that what is hidden between them is never read. */
async function repack(file: string): Promise<Buffer> {
  const unpacked = await unpackZip(file, 'workbook');
  try {
    const parts = (await listFiles(unpacked.folder)).filter((name) => PART.test(name));
    const entries: Record<string, Uint8Array> = {};
    let bytes = 0;
    for (const name of parts) {
      const part = path.join(unpacked.folder, name);
      bytes += (await stat(part)).size;
      if (bytes > MOST_BYTES)
        throw refuse(file, `unpacks to more than ${MOST_BYTES / 1024 ** 2} MiB; save its sheets as CSV`);
      const fault = SHEET.test(name) ? await findSheetFault(part) : undefined;
      if (fault !== undefined) throw refuse(file, `cannot be read: ${fault}`);
      entries[name] = await readFile(part);
    }
    return Buffer.from(zipSync(entries, { level: 0 }));
  } finally {
    await unpacked.close();
  }
}

/** What a cell says: days as 2023-04-05, numbers as they are written, truth values as Excel writes them into CSV. */
function toCell(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date ? toIso(value) : '';
}

function toIso(date: Date): string {
  const [day = '', time = ''] = date.toISOString().slice(0, 19).split('T');
  if (date.getUTCFullYear() < YEAR_OF_NO_DAY) return time;
  return time === '00:00:00' ? day : `${day}T${time}`;
}

function refuse(file: string, what: string): EntenteError {
  return new EntenteError('invalid', `${file} ${what}. Nothing of it was read.`);
}
