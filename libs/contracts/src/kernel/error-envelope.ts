/** How an error crosses a process. The gateway turns it into problem+json with the same code. */
export interface ErrorEnvelope {
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Codes that any operation may answer. */
export const COMMON_ERRORS = {
  /** The request does not fit its contract; `details.fields` names each field and what is wrong with it. */
  invalid: 'request.invalid',
  /** Nobody answered in time, or nobody is there to answer. Safe to try again with the same idempotency key. */
  unavailable: 'service.unavailable',
  /** The actor lacks a permission or the data is outside the actor's scope. */
  forbidden: 'access.forbidden',
  notFound: 'resource.not-found',
  /** Our own defect; the correlation id finds it in the log. */
  internal: 'service.internal-error',
} as const;
