import type { AccountView, CustomerSummary } from '@switchyard/contracts';
import type { Account } from './accounts.port';

export function toAccountView({ registeredAt, updatedAt, phones, ...account }: Account): AccountView {
  return {
    ...account,
    phones: [...phones],
    registeredAt: registeredAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function toCustomerSummary(account: Account): CustomerSummary {
  const { accountNo, name, kind, areaCode, valueTier, listFlag, important } = account;
  return { accountNo, name, kind, areaCode, valueTier, listFlag, important };
}
