import { randomBytes } from 'node:crypto';
import * as argon2 from 'argon2';
import { BoundedPool } from './bounded-pool';

/** 19 MiB, two passes, one lane: OWASP's first choice for argon2id; about 11 ms of a core. */
const COST = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Two at once leave room for requests on a small machine; a queue of 64 is under a second of work. */
const WIDTH = 2;
const QUEUE = 64;

/** Hashes passwords, so that few at a time take a core. */
export class Passwords {
  private readonly pool: BoundedPool;
  private decoy: Promise<string> | undefined;

  /** `busy` makes what is thrown when too many passwords wait to be hashed. */
  constructor(busy: () => Error) {
    this.pool = new BoundedPool(WIDTH, QUEUE, busy);
  }

  /** @throws what `busy` makes */
  hash(password: string): Promise<string> {
    return this.pool.run(() => argon2.hash(password, COST));
  }

  /**
   * Without a hash (nobody has that name) the same work is done against a decoy and the answer is no, so
   * that the time taken does not tell which names exist. @throws what `busy` makes
   */
  async matches(hash: string | undefined, password: string): Promise<boolean> {
    const against = hash ?? (await this.decoyHash());
    const matched = await this.pool.run(() => argon2.verify(against, password));
    return matched && hash !== undefined;
  }

  /** Made before the first sign-in, so that the first unknown name takes no longer than the next. */
  decoyHash(): Promise<string> {
    this.decoy ??= this.hash(randomBytes(24).toString('base64url'));
    return this.decoy;
  }
}
