import { IDENTITY_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { seal, unseal } from './aes-gcm';
import { IdentityKeys, type WrappedKey } from './identity-keys.port';
import type { IdentityKey } from './parse-identity-keys';

/** Keys that this process holds, out of its configuration. */
export class ConfiguredIdentityKeys extends IdentityKeys {
  constructor(private readonly keys: readonly IdentityKey[]) {
    super();
  }

  get currentKeyId(): string | undefined {
    return this.keys[0]?.id;
  }

  get keyIds(): readonly string[] {
    return this.keys.map(({ id }) => id);
  }

  async wrap(dataKey: Buffer, bound: string): Promise<WrappedKey> {
    const [current] = this.keys;
    if (!current) {
      throw new DomainError(
        IDENTITY_ERRORS.keyMissing,
        'No key for identities is configured, so none is kept; the operator sets TICKET_IDENTITY_KEYS or TICKET_IDENTITY_KEYS_FILE.',
      );
    }
    return { keyId: current.id, wrapped: seal(current.key, dataKey, `${current.id} ${bound}`) };
  }

  async unwrap({ keyId, wrapped }: WrappedKey, bound: string): Promise<Buffer> {
    const known = this.keys.find(({ id }) => id === keyId);
    if (!known) {
      throw new DomainError(
        IDENTITY_ERRORS.keyMissing,
        `The identity is encrypted under key ${keyId}, which is not configured; the operator adds it to the keys.`,
        { keyId },
      );
    }
    return unseal(known.key, wrapped, `${keyId} ${bound}`);
  }
}
