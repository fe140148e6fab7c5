import { type TransferTarget } from '../../queue-node.port';

/** Contexts of extensions-queue.conf: a caller who was given away, and both sides of a consultation. */
export const TRANSFER_CONTEXT = 'agent-queue-transfer';
export const CALLER_CONSULT_CONTEXT = 'agent-queue-consult';
export const CONSULT_CONTEXT = 'agent-consult';

const E164 = /^\+[1-9]\d{6,14}$/;
const AGENT = /^[1-8]\d{3}$/;
const QUEUE = /^queue_([a-z][a-z-]+)$/;
const MOBILE_OF_CHINA = /^1[3-9]\d{9}$/;

/** The extension that stands for the target in the transfer context. */
export function extensionOf(target: TransferTarget): string {
  switch (target.kind) {
    case 'agent':
      return target.sipUser;
    case 'queue':
      return `queue_${target.queue}`;
    case 'number':
      return target.number;
  }
}

/** The other way round, for what Asterisk tells of a transfer; undefined for what no agent of ours can have meant. */
export function targetOf(extension: string, trunk: string): TransferTarget | undefined {
  if (AGENT.test(extension)) return { kind: 'agent', sipUser: extension };
  const queue = QUEUE.exec(extension)?.[1];
  if (queue !== undefined) return { kind: 'queue', queue };
  const number = MOBILE_OF_CHINA.test(extension)
    ? `+86${extension}`
    : extension.startsWith('0')
      ? `+86${extension.slice(1)}`
      : extension;
  return E164.test(number) ? { kind: 'number', number, trunk } : undefined;
}
