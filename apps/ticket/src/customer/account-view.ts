import type { AccountView, CustomerSummary } from '@switchyard/contracts';
import type { Account } from './accounts.port';

export function toAccountView(stored: Account): AccountView {
  const { registeredAt, updatedAt, valueTierUntil, phones, ...account } = stored;
  return {
    ...account,
    phones: [...phones],
    valueTierUntil: valueTierUntil?.toISOString(),
    registeredAt: registeredAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function toCustomerSummary(account: Account): CustomerSummary {
  const { accountNo, name, kind, areaCode, valueTier, listFlag, important } = account;
  return { accountNo, name, kind, areaCode, valueTier, listFlag, important };
}
