/** The host ended before it answered. What was asked may be asked again of the next one: nothing of an open transaction was kept. */
export class HostLost extends Error {
  override readonly name = 'HostLost';
}

/** The host says that a transaction did not take place and may succeed when run again. */
export class Retriable extends Error {
  override readonly name = 'Retriable';
}
