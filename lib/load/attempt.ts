import { EntenteError } from '@/lib/model/entente-error';
import { NamelessError } from '@/lib/ingest/names/nameless-ends';
import { MappingQuestionError, QuestionError } from '@/lib/ingest/question-error';

import type { LoadFailure } from './load-report';

/** Why an input was not loaded. `isFinal`: nothing else will be either. */
export type Failed = LoadFailure & { readonly isFinal: boolean };

export type Attempted<T> = { readonly value: T } | { readonly failure: Failed };

/** Does it, or says why not; a store that does not answer is final. */
export async function attempt<T>(path: string, work: () => Promise<T>): Promise<Attempted<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    const question = error instanceof QuestionError ? error.question : undefined;
    const isNameless = error instanceof NamelessError;
    const isFinal = error.failure === 'unavailable';
    const isUnmapped = error instanceof MappingQuestionError;
    return { failure: { path, message: error.message, question, isNameless, isUnmapped, isFinal } };
  }
}
