/** A data key as it is stored: encrypted by a key that never leaves its place. */
export interface WrappedKey {
  readonly keyId: string;
  readonly wrapped: Buffer;
}

/**
 * The keys that identities are encrypted under: from a file, from the environment, or of a key management service.
 * What is bound must be given again to unwrap: a data key moved to another record opens nothing. An adapter to a
 * service limits its own waiting.
 */
export abstract class IdentityKeys {
  /** Encrypts what is new; undefined when no key is configured. */
  abstract readonly currentKeyId: string | undefined;
  /** Keys that can be used, the current first. */
  abstract readonly keyIds: readonly string[];
  /** @throws DomainError `identity.key-unavailable` */
  abstract wrap(dataKey: Buffer, bound: string): Promise<WrappedKey>;
  /** @throws DomainError `identity.key-unavailable` when the key is not configured, Error when it is another key */
  abstract unwrap(key: WrappedKey, bound: string): Promise<Buffer>;
}
