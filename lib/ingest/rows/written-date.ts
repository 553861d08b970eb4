/** Dates as people and programs write them, turned into EDTF: "12 June 1923", "23-MAR-2006", "c. 1923", "1920s", "2023-05-00". */
import { EDTF, readOneDate } from './written-day';

const LONGEST = 64;
const ABOUT = /^(?:c(?:a|irca)?\b\.?|c(?:a|irca)?\.?(?=\d)|about|around|approx(?:imately|\.)?|~|≈)\s*/iu;
const UNCERTAIN = /^(?:probably|possibly)\s+/iu;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/iu;
const CLOCK =
  /(?:^|[T\s,])\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:\s?[AP]\.?M\.?)?(?:\s?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?(?=\s|$)/iu;
const ERA = /^A\.?D\.?\s+|\s+(?:A\.?D|C\.?E)\.?$/u;
const BEFORE_OUR_ERA = /^-\d|\b(?:B\.?\s?C\.?(?:\s?E\.?)?|v\.\s?Chr|av\.\s?J)/iu;
const BETWEEN = /\s*[–—]\s*|\s+-\s+|\s+(?:to|until|till|bis)\s+|\//iu;
/** What stands where an end is not known or has not come. */
const OPEN = /^(?:\.\.|present|now|today)?$/iu;
const BRACKETS = /^(?:\[([^[\]]+)\]|\(([^()]+)\))$/u;

/**
 * @param written - a date as it stands in a cell, trimmed
 * @returns the same in EDTF, at the precision that is written and never finer, intervals as `a/b`; undefined where it is not understood.
 */
export function toEdtf(written: string): string | undefined {
  if (EDTF.test(written)) return written;
  if (written.length > LONGEST || BEFORE_OUR_ERA.test(written)) return undefined;
  const bare = unwrap(written);
  const certain = bare.replace(ABOUT, '').replace(UNCERTAIN, '');
  const sign = signOf(bare, certain);
  const found = readSpan(stripClock(certain.replace(/\s*\?$/u, '').replace(ERA, '')));
  if (found === undefined || sign === '') return found;
  const parts = found.split('/');
  return parts.every((part) => !/[?~%]$/u.test(part))
    ? parts.map((part) => part + sign).join('/')
    : undefined;
}

/** Tells whether a cell tells of a year before our era, which no date here can hold. */
export function isBeforeOurEra(written: string): boolean {
  return BEFORE_OUR_ERA.test(written);
}

function unwrap(written: string): string {
  const inner = BRACKETS.exec(written);
  return (inner?.[1] ?? inner?.[2] ?? written).replace(/\s*[[(]\?[\])]$/u, '?').trim();
}

function signOf(bare: string, certain: string): '' | '?' | '~' | '%' {
  const isAbout = ABOUT.test(bare);
  const isUncertain = UNCERTAIN.test(bare.replace(ABOUT, '')) || /[^\d?]\s*\?$|\d\s*\?$/u.test(certain);
  if (isAbout) return isUncertain ? '%' : '~';
  return isUncertain ? '?' : '';
}

function stripClock(text: string): string {
  const isClocked = text.includes(':');
  return (isClocked ? text.replace(CLOCK, '') : text)
    .replace(WEEKDAY, '')
    .replace(/(?<!\.)[.,;]$/u, '')
    .trim();
}

/** One date, or two with a dash or a word between them. */
function readSpan(text: string): string | undefined {
  return readOneDate(text) ?? readYears(text) ?? readDays(text) ?? readTwo(text);
}

function readDays(text: string): string | undefined {
  const [, from, to, rest] = /^(\d{1,2})\s?[-–—]\s?(\d{1,2})\.?\s(\p{L}.*)$/u.exec(text) ?? [];
  return rest === undefined ? undefined : joinDates(`${from ?? ''} ${rest}`, `${to ?? ''} ${rest}`);
}

function readTwo(text: string): string | undefined {
  const [from, to, more] = text.split(BETWEEN);
  if (from === undefined || to === undefined || more !== undefined) return undefined;
  return OPEN.test(to) ? readOneDate(from) : joinDates(from, to);
}

/** 1923-1925, and 1923-25 where 25 can be no month. */
function readYears(text: string): string | undefined {
  const [, from = '', to = ''] = /^(\d{4})\s?[-–—/]\s?(\d{4}|\d{2})$/u.exec(text) ?? [];
  const last = to.length === 4 ? to : from.slice(0, 2) + to;
  return last > from && (to.length === 4 || Number(to) > 12) ? `${from}/${last}` : undefined;
}

function joinDates(from: string, to: string): string | undefined {
  const [first, last] = [readOneDate(from.replace(/^from\s+/iu, '')), readOneDate(to)];
  if (first === undefined || last === undefined || `${first}${last}`.includes('/')) return undefined;
  return `${first}/${last}`;
}
