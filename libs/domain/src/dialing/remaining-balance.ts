import type { Fen } from '../shared';

/** What one notice asks for, as the batch's data say it. */
export interface DebtItem {
  /** The contact's id, or anything else by which to find the answer. */
  readonly ref: string;
  /** Bill month 'YYYY-MM' or reading date 'YYYY-MM-DD': the oldest is paid first. */
  readonly period: string;
  readonly owedFen: Fen;
  /** When the data were drawn; payments up to and including this instant are in `owedFen` already. */
  readonly asOf: Date;
}

/** A payment to the account; a reversal is negative. */
export interface Payment {
  readonly amountFen: Fen;
  readonly paidAt: Date;
}

export interface RemainingBalance {
  readonly ref: string;
  /** What is left to pay, never more than the data say; an item without a debt keeps its amount (a credit). */
  readonly balanceFen: Fen;
  /** Something was owed and nothing is left: cancel as paid. */
  readonly paid: boolean;
  /** Something was paid and something is left: read out the balance. */
  readonly partPaid: boolean;
}

/**
 * The truth at dial time (T2.9) for all items of one account that Switchyard knows. Payments since the
 * data's date are allocated to the oldest period first; equal periods in the order given. Each payment is
 * used once, and never for an item whose data already contain it. Decisions: reversals cancel payments
 * since then, but raise no debt above the data (a sum that nobody handed in is not read out); an item that
 * asks for nothing (0 or a credit) is not "paid meanwhile" and its notice is still due.
 */
export function remainingBalances(
  items: readonly DebtItem[],
  payments: readonly Payment[],
): readonly RemainingBalance[] {
  const oldestFirst = [...items].sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0));
  const received = netPayments(payments);
  const settled = new Map<DebtItem, Fen>();
  for (const item of oldestFirst) {
    let open = Math.max(0, item.owedFen);
    for (const payment of received) {
      if (payment.paidAt <= item.asOf) continue;
      const used = Math.min(open, payment.leftFen);
      payment.leftFen -= used;
      open -= used;
    }
    settled.set(item, open);
  }
  return items.map((item) => balanceOf(item, settled.get(item) ?? 0));
}

function balanceOf(item: DebtItem, open: Fen): RemainingBalance {
  if (item.owedFen <= 0) {
    return { ref: item.ref, balanceFen: item.owedFen, paid: false, partPaid: false };
  }
  const partPaid = open > 0 && open < item.owedFen;
  return { ref: item.ref, balanceFen: open, paid: open === 0, partPaid };
}

/** Payments in order of time with the reversals taken off, the latest payment before a reversal first. */
function netPayments(payments: readonly Payment[]): { paidAt: Date; leftFen: Fen }[] {
  const inOrder = [...payments].sort((a, b) => a.paidAt.getTime() - b.paidAt.getTime());
  const received: { paidAt: Date; leftFen: Fen }[] = [];
  for (const { amountFen, paidAt } of inOrder) {
    if (amountFen >= 0) {
      received.push({ paidAt, leftFen: amountFen });
      continue;
    }
    let toTakeBack = -amountFen;
    for (const payment of received.toReversed()) {
      const taken = Math.min(toTakeBack, payment.leftFen);
      payment.leftFen -= taken;
      toTakeBack -= taken;
    }
  }
  return received;
}
