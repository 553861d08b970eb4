import type { CitedEvidence } from '@/lib/model/relation-detail';

/**
 * How a piece of evidence is tied to what it cites, in a sentence. That the input names the passage goes without saying.
 *
 * @returns undefined for what the input names itself.
 */
export function tellGrade({
  grade,
  passage,
  file,
}: Pick<CitedEvidence, 'grade' | 'passage' | 'file'>): string | undefined {
  switch (grade) {
    case 'exact':
      return undefined;
    case 'candidate':
      return `The only ${passage ? 'passage' : 'document'} both are named in.`;
    case 'co-mention':
      return 'Both are named here; nothing says the relation was extracted here.';
    case 'row':
      return file === undefined ? undefined : `A line of ${file}.`;
  }
}
