/** Answers a question from the cache, or computes the answer, once for each epoch of the data. */
export type EpochCache<T> = (question: string, compute: () => Promise<T>) => Promise<T>;

/** So many answers are kept; the oldest goes first. */
const ANSWERS_MAX = 32;

/**
 * Caches what covers the whole graph until the graph's epoch changes: it costs most to read, and
 * every visitor asks for it.
 * @param readEpoch - reads the current epoch
 */
export function createEpochCache<T>(readEpoch: () => Promise<string>): EpochCache<T> {
  const answers = new Map<string, Promise<T>>();
  let epochOfAnswers: string | undefined;
  return async (question, compute) => {
    const epoch = await readEpoch();
    if (epoch !== epochOfAnswers) answers.clear();
    epochOfAnswers = epoch;
    const known = answers.get(question);
    if (known !== undefined) return known;
    const answer = compute();
    answers.set(question, answer);
    const [oldest] = answers.keys();
    if (answers.size > ANSWERS_MAX && oldest !== undefined) answers.delete(oldest);
    try {
      return await answer;
    } catch (error) {
      answers.delete(question);
      throw error;
    }
  };
}
