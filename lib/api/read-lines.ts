import { toCallFailure } from './send';

type Signal = AbortSignal | undefined;

/**
 * Yields the lines of an NDJSON answer as they arrive.
 * @throws `unavailable` when the answer breaks off; the signal's reason when it is aborted
 */
export async function* readLines(response: Response, signal: Signal): AsyncGenerator<string> {
  let rest = '';
  for await (const text of readText(response, signal)) {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line !== '');
  }
  if (rest !== '') yield rest;
}

/** A reader and not `for await` over the body, which not every browser can. */
async function* readText(response: Response, signal: Signal): AsyncGenerator<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  try {
    for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) {
      yield decoder.decode(chunk.value, { stream: true });
    }
  } catch (cause) {
    throw toCallFailure(cause, signal);
  } finally {
    await reader?.cancel().catch(() => undefined);
  }
}
