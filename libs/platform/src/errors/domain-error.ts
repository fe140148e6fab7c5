import { COMMON_ERRORS, type ErrorEnvelope } from '@switchyard/contracts';

/**
 * A failure that the caller can understand and act on. The code is stable and crosses processes; the
 * message names the field and the remedy; details are data for programs.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly details?: Readonly<Record<string, unknown>>,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'DomainError';
  }
}

/** What is told to the other side: a DomainError as it is, our own defects without their inside. */
export function toEnvelope(error: unknown): ErrorEnvelope {
  if (!(error instanceof DomainError)) {
    return {
      code: COMMON_ERRORS.internal,
      message: 'The service failed; the correlation id finds it in the log.',
    };
  }
  const { code, message, details } = error;
  return details === undefined ? { code, message } : { code, message, details };
}

/** The error that an envelope stands for, with `cause` where the transport kept one. */
export function fromEnvelope(envelope: ErrorEnvelope, cause?: unknown): DomainError {
  const options = cause === undefined ? undefined : { cause };
  return new DomainError(envelope.code, envelope.message, envelope.details, options);
}

export function isEnvelope(value: unknown): value is ErrorEnvelope {
  if (typeof value !== 'object' || value === null) return false;
  const { code, message } = value as Record<string, unknown>;
  return typeof code === 'string' && typeof message === 'string';
}
