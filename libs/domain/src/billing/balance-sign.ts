import type { Fen } from '../shared';

/** What the sums of a bill say about the sign of its previous balance. */
export type BalanceRemark = 'balance-is-credit' | 'sums-differ';

/**
 * payable = amount + previous balance, where a positive balance is owed and a negative one is credit. Where only the
 * other sign fits the sums, the balance is taken with that sign: sums tell more than a column's name. Sums that fit
 * neither way are a remark, no refusal: a bill may have items that its columns do not name.
 */
export function signedBalance(bill: {
  readonly amountFen: Fen;
  readonly previousBalanceFen: Fen;
  readonly payableFen: Fen;
}): { readonly previousBalanceFen: Fen; readonly remark?: BalanceRemark } {
  const { amountFen, previousBalanceFen, payableFen } = bill;
  if (amountFen + previousBalanceFen === payableFen) return { previousBalanceFen };
  if (amountFen - previousBalanceFen === payableFen) {
    return { previousBalanceFen: -previousBalanceFen, remark: 'balance-is-credit' };
  }
  return { previousBalanceFen, remark: 'sums-differ' };
}
