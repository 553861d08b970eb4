import type { Engine, Parameters, Transaction } from '../../engine';

/** A transaction that can also send what needs no answer. */
export interface WriteTransaction extends Transaction {
  /** Runs a statement behind those before it; whether it succeeded shows at the end of the transaction. */
  send(text: string, parameters?: Parameters): void;
}

/**
 * Runs `work` in one write transaction, committed when the work is done and everything it sent has
 * succeeded. Only answers that are needed are awaited: meanwhile the engine works on what was sent
 * before.
 * @throws what the work throws, or the failure of the first statement that failed
 */
export async function write<T>(
  engine: Engine,
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> {
  return engine.write(async (transaction) => {
    const sent: Promise<unknown>[] = [];
    const failures: unknown[] = [];
    const send = (text: string, parameters?: Parameters) => {
      const sending = transaction.run(text, parameters);
      sending.catch((error: unknown) => failures.push(error));
      sent.push(sending);
    };
    try {
      const result = await work({ ...transaction, send });
      await Promise.all(sent);
      return result;
    } catch (error) {
      // After one statement has failed, every other fails too, and says less.
      throw failures[0] ?? error;
    }
  });
}
