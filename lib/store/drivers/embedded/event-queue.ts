/** Hands what is pushed to whoever iterates, in order. */
export interface EventQueue<T> {
  readonly add: (item: T) => void;
  readonly end: () => void;
  readonly fail: (error: unknown) => void;
  readonly hasEnded: () => boolean;
  readonly items: () => AsyncGenerator<T>;
}

export function createEventQueue<T>(): EventQueue<T> {
  const waiting: T[] = [];
  let ending: { readonly error?: unknown } | undefined;
  let wake = () => {};
  const finish = (how: { readonly error?: unknown }) => {
    ending ??= how;
    wake();
  };
  return {
    add: (item) => {
      waiting.push(item);
      wake();
    },
    end: () => {
      finish({});
    },
    fail: (error) => {
      finish({ error });
    },
    hasEnded: () => ending !== undefined,
    items: async function* () {
      for (;;) {
        while (waiting.length > 0) yield* waiting.splice(0);
        if (ending !== undefined) break;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if ('error' in ending) throw ending.error;
    },
  };
}
