import { randomBytes } from 'node:crypto';

/** 192 bits, written as the Standard Webhooks scheme says. */
export function newSecret(): string {
  return `whsec_${randomBytes(24).toString('base64')}`;
}
