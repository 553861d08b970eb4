import type { Stance } from '@/lib/model/evidence';

/** A piece of evidence as far as counting needs it. */
export interface CountedEvidence {
  readonly relation: string;
  readonly stance: Stance;
  readonly document?: string | undefined;
  readonly file?: string | undefined;
}

/** What a relation stores about its evidence. `documents` counts input files where there are no documents. */
export interface EvidenceCounts {
  readonly evidence: number;
  readonly supports: number;
  readonly documents: number;
  readonly contested: boolean;
  readonly sources: readonly string[];
}

/** In: all the evidence of one relation. Out: the numbers that are derived from it. */
export function countEvidence(evidence: readonly CountedEvidence[]): EvidenceCounts {
  const supports = evidence.filter(({ stance }) => stance === 'supports').length;
  const sources = new Set<string>();
  const files = new Set<string>();
  for (const { document, file } of evidence) {
    if (document !== undefined) sources.add(document);
    else if (file !== undefined) files.add(file);
  }
  return {
    evidence: evidence.length,
    supports,
    documents: sources.size + files.size,
    contested: supports > 0 && supports < evidence.length,
    sources: [...sources].sort(),
  };
}
