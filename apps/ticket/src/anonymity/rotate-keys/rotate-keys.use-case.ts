import { Inject, Injectable } from '@nestjs/common';
import type { IdentityKeyUse, RequestContext } from '@switchyard/contracts';
import { CLOCK, type Clock, Logger, UnitOfWork } from '@switchyard/platform';
import { IdentityAudit } from '../audit/identity-audit.port';
import { Identities, type KeptIdentity } from '../identities.port';
import { IdentityCipher } from '../keys/identity-cipher';
import { IdentityKeys } from '../keys/identity-keys.port';

const BATCH = 100;

/**
 * Encrypts by the current key what older ones hold, a hundred in a transaction; each record can be read at every
 * moment. Records under a key that is not configured are left and reported.
 */
@Injectable()
export class RotateKeysUseCase {
  private readonly logger: Logger;

  constructor(
    private readonly identities: Identities,
    private readonly keys: IdentityKeys,
    private readonly cipher: IdentityCipher,
    private readonly audit: IdentityAudit,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.named('IdentityKeys');
  }

  /** All batches there are. Answers which keys are needed then. */
  async execute(context: RequestContext): Promise<IdentityKeyUse[]> {
    const { currentKeyId } = this.keys;
    const older = this.keys.keyIds.filter((id) => id !== currentKeyId);
    let after: string | undefined = '';
    while (currentKeyId !== undefined && older.length > 0 && after !== undefined) {
      const from: string = after;
      after = await this.work.inTransaction(() => this.batch(older, from, context));
    }
    const use = await this.inUse();
    for (const { keyId, records } of use.filter(({ configured }) => !configured)) {
      this.logger.error('identities cannot be read: their key is not configured', {
        fields: { keyId, records },
      });
    }
    return use;
  }

  async inUse(): Promise<IdentityKeyUse[]> {
    const records = await this.identities.countByKey();
    const { currentKeyId, keyIds } = this.keys;
    return [...new Set([...keyIds, ...records.keys()])].map((keyId) => ({
      keyId,
      configured: keyIds.includes(keyId),
      current: keyId === currentKeyId,
      records: records.get(keyId) ?? 0,
    }));
  }

  /** The number of the last record of the batch; undefined when there was none. */
  private async batch(
    older: readonly string[],
    after: string,
    context: RequestContext,
  ): Promise<string | undefined> {
    const batch = await this.identities.lockUnder(older, after, BATCH);
    let rotated = 0;
    for (const kept of batch) if (await this.rotate(kept)) rotated += 1;
    if (rotated > 0) {
      await this.audit.add({
        at: this.clock.now(),
        action: 'keys-rotated',
        actor: context.actor.id,
        reason: `${rotated} to ${this.keys.currentKeyId}`,
        correlationId: context.correlationId,
      });
    }
    return batch.at(-1)?.number;
  }

  private async rotate(kept: KeptIdentity): Promise<boolean> {
    const { number, keptAt, keyId } = kept;
    let identity;
    try {
      identity = await this.cipher.unseal(kept, number);
    } catch (error) {
      // One record that was damaged must not keep the others under an old key.
      this.logger.error('an identity cannot be decrypted', { err: error, fields: { number, keyId } });
      return false;
    }
    await this.identities.replace({ ...(await this.cipher.seal(identity, number)), number, keptAt });
    return true;
  }
}
