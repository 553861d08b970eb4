/** A document as DocRED has it: sentences of tokens, entities as clusters of mentions, and relations with the sentences that say them. */
import { z } from 'zod';

import { isRecord, toList, toShown, type JsonRecord } from '../../json/json-value';

const Sentence = z.array(z.string());
const Mention = z.object({
  name: z.string(),
  type: z.string().default(''),
  sent_id: z.int().nonnegative(),
  pos: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
});
const Label = z.object({
  h: z.int().nonnegative(),
  t: z.int().nonnegative(),
  r: z.string().min(1),
  evidence: z.array(z.int().nonnegative()).default([]),
});

export type DocRedMention = z.infer<typeof Mention>;
export type DocRedLabel = z.infer<typeof Label>;

export interface DocRedRecord {
  readonly title: string;
  readonly sentences: readonly (readonly string[])[];
  readonly clusters: readonly (readonly DocRedMention[])[];
  readonly labels: readonly DocRedLabel[];
  /** What cannot be read of it: the part, why, and how it stands there. */
  readonly faults: readonly DocRedFault[];
}

export interface DocRedFault {
  readonly column: string;
  readonly reason: string;
  readonly raw: string;
}

export function isDocRed(record: JsonRecord): boolean {
  return Array.isArray(record['sents']) && Array.isArray(record['vertexSet']);
}

/**
 * Parses a record, without the mentions and labels that cannot be read.
 * @returns the document, or why the record is not one
 */
export function toDocRed(value: unknown): DocRedRecord | { readonly problem: string } {
  if (!isRecord(value) || !isDocRed(value))
    return { problem: 'it has no sents and vertexSet; a document needs both' };
  const sentences = z.array(Sentence).safeParse(value['sents']);
  if (!sentences.success) return { problem: 'its sents are not lists of tokens' };
  const title = z.string().trim().min(1).safeParse(value['title']);
  const faults: DocRedFault[] = [];
  return {
    title: title.data ?? 'Untitled',
    sentences: sentences.data,
    clusters: toList(value['vertexSet']).map((cluster) =>
      readEach(cluster, Mention, { column: 'vertexSet', faults }),
    ),
    labels: readEach(value['labels'], Label, { column: 'labels', faults }),
    faults,
  };
}

function readEach<S extends z.ZodType>(
  list: unknown,
  schema: S,
  { column, faults }: { column: string; faults: DocRedFault[] },
): readonly z.output<S>[] {
  return toList(list).flatMap((each) => {
    const parsed = schema.safeParse(each);
    if (parsed.success) return [parsed.data];
    const [issue] = parsed.error.issues;
    const reason = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'it cannot be read'}`;
    faults.push({ column, reason, raw: toShown(each) });
    return [];
  });
}
