/** Schemas of query parameters: each reads the text of a URL and the value of a caller alike. */
import { z } from 'zod';

const WHOLE_NUMBER = /^\d{1,9}$/;
const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** A whole number between `min` and `max`, both included. */
export function wholeNumber({ min, max }: { min: number; max: number }) {
  return z
    .custom<number | string>(
      (value) => typeof value === 'number' || (typeof value === 'string' && WHOLE_NUMBER.test(value)),
      'has to be one whole number',
    )
    .transform(Number)
    .pipe(z.int().min(min).max(max));
}

/** Up to `max` values: the parameter repeated, or one text with commas, or both; empty ones do not count. */
export function listOf<Item extends z.ZodType<unknown, string>>(item: Item, { max }: { max: number }) {
  return z
    .union([z.string(), z.array(z.string()).readonly()])
    .default([])
    .transform((given) => [given].flat().flatMap((text) => text.split(',').filter((part) => part !== '')))
    .pipe(z.array(item).max(max));
}

/** An EDTF date: `2023`, `2023-05` or `2023-05-19`. */
export const DateParameter = z
  .string()
  .refine(isDate, 'has to be a date such as 2023, 2023-05 or 2023-05-19, and one that exists');

function isDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = DATE.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** `true` or `false`. */
export const flag = z
  .union([z.boolean(), z.enum(['true', 'false'], 'has to be true or false')])
  .transform((given) => given === true || given === 'true');
