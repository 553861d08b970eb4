import { EntenteError } from '@/lib/model/entente-error';
import type { ColumnQuestion } from '@/lib/model/mapping';

/** What an input does not say, and a person has to before any of it can be stored. */
export class QuestionError extends EntenteError {
  readonly question: ColumnQuestion;

  constructor(message: string, question: ColumnQuestion) {
    super('invalid', message);
    this.question = question;
  }
}

/** What the nodes of a database are, which a person has to say before any of it can be stored; the message lists what there is. */
export class MappingQuestionError extends EntenteError {
  constructor(message: string) {
    super('invalid', message);
  }
}
