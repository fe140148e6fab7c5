import type { BatchKind, CustomerKind, DialDeferral, DialObstacle, FrequencyCap } from '@switchyard/domain';

export interface BatchFigures {
  readonly states: { readonly waiting: number; readonly calling: number; readonly done: number };
  readonly dispositions: readonly {
    readonly disposition: string;
    readonly reason: string | null;
    readonly count: number;
  }[];
  readonly outcomes: readonly { readonly name: string; readonly count: number }[];
  readonly attempts: number;
  readonly countedAttempts: number;
  readonly receipts: number;
}

/** Waiting contacts that share what decides about them. */
export interface WaitingGroup {
  readonly customerKind: CustomerKind;
  readonly due: boolean;
  readonly afterTechnicalFailure: boolean;
  readonly deferredFor: DialDeferral | null;
  /** A call to the number lives. */
  readonly numberBusy: boolean;
  /** A frequency cap stands against the number. */
  readonly capped: boolean;
  readonly doNotCall: boolean;
  readonly count: number;
}

/** Live figures of one batch (T2.12). */
export abstract class Figures {
  abstract of(batchId: string): Promise<BatchFigures>;

  abstract waiting(
    batchId: string,
    kind: BatchKind,
    caps: readonly FrequencyCap[],
    now: Date,
  ): Promise<readonly WaitingGroup[]>;

  /** False when every PBX node that is known is down or nobody holds it. */
  abstract pbxAvailable(): Promise<boolean>;

  /** What its dialers say holds the batch up now, one word a node; null for nothing. None when nobody dials it. */
  abstract obstacles(batchId: string): Promise<readonly (DialObstacle | null)[]>;
}
