import type { AccountView } from '@switchyard/contracts';
import type { Account } from './accounts.port';

export function toAccountView({ registeredAt, updatedAt, phones, ...account }: Account): AccountView {
  return {
    ...account,
    phones: [...phones],
    registeredAt: registeredAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
