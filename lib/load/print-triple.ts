import type { When } from '@/lib/model/when';

import type { TripleItem } from './collect-batch';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const LONGEST_PART = 120;

/** A row as a sentence: "Wang Yi met Jake Sullivan, May 2023, Vienna". */
export function printTriple({ triple: { relation, evidence }, wording }: TripleItem): string {
  const { about, when, place, modality } = relation;
  const main = [wording.subject, wording.label, wording.object].map(shorten).join(' ');
  const extras = [
    about && `about ${shorten(about)}`,
    when && printWhen(when),
    place && shorten(place),
    modality === 'actual' ? undefined : modality,
    evidence.stance === 'denies' ? 'denied' : undefined,
    evidence.attributedTo && `according to ${shorten(evidence.attributedTo)}`,
  ];
  return [main, ...extras.filter(Boolean)].join(', ');
}

function printWhen({ start, end, qualifier }: When): string {
  const doubt = qualifier === undefined ? '' : qualifier === '~' ? 'about ' : 'perhaps ';
  return doubt + (end === undefined ? printDate(start) : `${printDate(start)} to ${printDate(end)}`);
}

function printDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ');
}

function shorten(text: string): string {
  return text.length > LONGEST_PART ? `${text.slice(0, LONGEST_PART)}…` : text;
}
