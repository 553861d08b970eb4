/** What the embedded driver and its host process say to each other. Bump the version when either side would misread the other. */
import type { CypherEvent } from '@/lib/model/cypher-event';
import type { EntenteError, Failure, TextPosition } from '@/lib/model/entente-error';

import type { ChangedTexts, Parameters, Row } from '../../engine';
import type { CypherLimits } from '../../types';

export const PROTOCOL_VERSION = 3;

export type HostRequest =
  | { readonly kind: 'hello'; readonly protocol: number }
  | { readonly kind: 'ping' }
  | { readonly kind: 'read'; readonly text: string; readonly parameters: Parameters }
  /** Opens a write transaction once no other is open; the request's id names it. */
  | { readonly kind: 'begin' }
  | {
      readonly kind: 'run';
      readonly transaction: number;
      readonly text: string;
      readonly parameters: Parameters;
    }
  | { readonly kind: 'commit'; readonly transaction: number; readonly changed: ChangedTexts }
  | { readonly kind: 'rollback'; readonly transaction: number }
  | {
      readonly kind: 'search';
      readonly index: 'entities' | 'passages';
      readonly text: string;
      readonly limit: number;
    }
  | { readonly kind: 'schema' }
  /** `run` names the statement in the record that the host leaves when it ends because of it. */
  | {
      readonly kind: 'cypher';
      readonly run: string;
      readonly text: string;
      readonly parameters: Parameters;
      readonly limits: CypherLimits;
    }
  | { readonly kind: 'cancel'; readonly request: number }
  | { readonly kind: 'end' };

export type RequestFrame = HostRequest & { readonly id: number };

/** An error as it travels. `isRetriable`: nothing was written, and the same transaction may succeed when run again. */
export interface WireFailure {
  readonly failure: Failure;
  readonly message: string;
  readonly fields: EntenteError['fields'];
  readonly position?: TextPosition | undefined;
  readonly isRetriable: boolean;
  /** Nothing changes until somebody does something. */
  readonly isLasting?: boolean | undefined;
}

/** A request has one answer: a value or a failure; a console statement has events before it. */
export type AnswerFrame =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: WireFailure }
  | { readonly id: number; readonly event: CypherEvent };

/** Why a host ended itself, left in its data folder for the clients it cut off. */
export interface HostEnding {
  readonly pid: number;
  readonly reason: 'memory' | 'time';
  /** The console statements that were running. */
  readonly runs: readonly string[];
}

/** Tells whether a value of parsed JSON is a map. */
export function isMap(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
