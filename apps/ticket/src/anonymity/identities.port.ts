import type { SealedIdentity } from './keys/identity-cipher';

export interface KeptIdentity extends SealedIdentity {
  readonly number: string;
  readonly keptAt: Date;
}

/** Who reported, encrypted, apart from the work orders. */
export abstract class Identities {
  /** False when one is kept for the work order; nothing is stored then. */
  abstract add(identity: KeptIdentity): Promise<boolean>;
  abstract keptAt(number: string): Promise<Date | undefined>;
  abstract find(number: string): Promise<KeptIdentity | undefined>;
  /**
   * The next that are under one of these keys, by number, which nobody else changes until the transaction ends; what
   * another process has in hand is left out.
   */
  abstract lockUnder(
    keyIds: readonly string[],
    after: string,
    limit: number,
  ): Promise<readonly KeptIdentity[]>;
  abstract replace(identity: KeptIdentity): Promise<void>;
  /** How many records need each key. */
  abstract countByKey(): Promise<ReadonlyMap<string, number>>;
}
