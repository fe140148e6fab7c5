import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ReporterIdentity } from '@switchyard/contracts';
import { seal, unseal } from './aes-gcm';
import { IdentityKeys, type WrappedKey } from './identity-keys.port';

export interface SealedIdentity extends WrappedKey {
  readonly sealed: Buffer;
}

/** Each identity is encrypted by a data key of its own, that one by the current key (AES-256-GCM, both bound to the work order). */
@Injectable()
export class IdentityCipher {
  constructor(private readonly keys: IdentityKeys) {}

  /** @throws DomainError `identity.key-unavailable` */
  async seal(identity: ReporterIdentity, number: string): Promise<SealedIdentity> {
    const dataKey = randomBytes(32);
    const wrapped = await this.keys.wrap(dataKey, number);
    return { ...wrapped, sealed: seal(dataKey, Buffer.from(JSON.stringify(identity)), number) };
  }

  /** @throws DomainError `identity.key-unavailable`; Error when the record was changed */
  async unseal({ sealed, ...key }: SealedIdentity, number: string): Promise<ReporterIdentity> {
    const dataKey = await this.keys.unwrap(key, number);
    return JSON.parse(unseal(dataKey, sealed, number).toString()) as ReporterIdentity;
  }
}
