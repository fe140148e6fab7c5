/** The answer that a repeated request gets again. */
export interface StoredAnswer {
  readonly status: number;
  /** JSON; absent for an answer without a body. */
  readonly body?: string;
  /** Digest of the uploaded file that the answer belongs to, if one was uploaded. */
  readonly uploadDigest?: string;
}

export interface IdempotentRequest {
  readonly actorId: string;
  readonly key: string;
  /** Keyed hash of method, path and body. */
  readonly fingerprint: Buffer;
  readonly now: Date;
  /** A request that was begun and neither answered nor given up by then is taken for dead. */
  readonly leaseUntil: Date;
  readonly expiresAt: Date;
}

export type Begun =
  | { readonly result: 'begun' }
  | { readonly result: 'in-flight' }
  | { readonly result: 'other-request' }
  | { readonly result: 'answered'; readonly answer: StoredAnswer };

export type KeyOfRequest = Pick<IdempotentRequest, 'actorId' | 'key'>;

export abstract class IdempotencyKeys {
  /** Of requests with the same key at the same moment, exactly one is begun. */
  abstract begin(request: IdempotentRequest): Promise<Begun>;
  abstract complete(request: KeyOfRequest, answer: StoredAnswer): Promise<void>;
  /** Forgets a request that failed in a way that may be tried again. */
  abstract giveUp(request: KeyOfRequest): Promise<void>;
}
