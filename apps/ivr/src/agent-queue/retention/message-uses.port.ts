import type { MessageUse } from '@switchyard/domain';

/** What callers' messages are still needed for. */
export abstract class MessageUses {
  /**
   * Work orders by key of the message, those among them that wait to be opened; keys without any are left out.
   * @throws DomainError while the owner of work orders cannot be asked: then nothing may be removed
   */
  abstract of(keys: readonly string[]): Promise<ReadonlyMap<string, readonly MessageUse[]>>;
}
