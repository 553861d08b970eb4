import type { AnnotatedText } from '../../annotations/annotated-text';
import type { JsonRecord } from '../../json/json-value';

/** A record, and what is known of it besides what it says. */
interface AnnotationRecord {
  readonly record: JsonRecord;
  /** The member of the file's object that it is listed in. */
  readonly key: string | undefined;
  /** Which record of its file it is, counted from 1. */
  readonly number: number;
}

/** A program's or a corpus's way to write annotated texts as JSON. */
export interface AnnotationKind {
  readonly name: string;
  /** Whether it gives addresses, whose names have to be looked up in the whole file first. */
  readonly hasAddresses?: boolean;
  /** Whether a record is one of these. */
  test(record: JsonRecord): boolean;
  /** Reads a record that has passed `test`; only what `test` has seen is read. */
  read(given: AnnotationRecord): readonly AnnotatedText[];
}

/** Returns what tells a document from others: the id that its record has, or its number. */
export function nameDocument(id: string | undefined, number: number): { document: string; title: string } {
  return id === undefined
    ? { document: `record ${number}`, title: `Text ${number}` }
    : { document: id, title: `Text ${id}` };
}
