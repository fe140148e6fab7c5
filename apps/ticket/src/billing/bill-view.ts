import type { BillView } from '@switchyard/contracts';
import type { Bill } from './bills.port';

export function toBillView({ updatedAt, ...bill }: Bill): BillView {
  const leftToPayFen = Math.max(0, bill.payableFen - bill.paidFen);
  return { ...bill, leftToPayFen, updatedAt: updatedAt.toISOString() };
}
