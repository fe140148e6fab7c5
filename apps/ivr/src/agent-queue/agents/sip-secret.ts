import { randomBytes } from 'node:crypto';
import type { SipAccountView } from '@switchyard/contracts';

/** 32 hexadecimal digits: 128 bits, in letters and digits as the PBX takes them. */
export const newSipSecret = (): string => randomBytes(16).toString('hex');

export function toSipAccountView(
  { id, sipUser }: { readonly id: string; readonly sipUser: string },
  sipSecret: string,
): SipAccountView {
  return { agentId: id, sipUser, sipAccount: `agent-${sipUser}`, sipSecret };
}
