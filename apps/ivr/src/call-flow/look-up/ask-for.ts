import {
  GetAccount,
  GetCaseProgress,
  GetLatestBill,
  type KnownOutage,
  ListArrears,
  ListKnownOutages,
  ListPayments,
  type Operation,
} from '@switchyard/contracts';
import type { FlowEffect, FlowItem, LookUpData } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';

type LookUp = Extract<FlowEffect, { type: 'look-up' }>;

/** Asks another service, within the caller's patience. */
export type Ask = <Request extends object, Reply extends object>(
  operation: Operation<Request, Reply>,
  request: Request,
) => Promise<Reply>;

const MOST_PAYMENTS = 5;
/** A caller with accounts in many areas hears of the first few. */
const MOST_AREAS = 5;
const QUERY_CODE = /^\d{8}$/;

/**
 * What a look-up finds, under the names that call flows use; undefined: there is nothing (T1.5).
 * @throws DomainError when it cannot be asked
 */
export async function askFor(effect: LookUp, ask: Ask): Promise<LookUpData | undefined> {
  switch (effect.what) {
    case 'bill':
      return effect.accountNo === undefined ? undefined : bill(effect.accountNo, ask);
    case 'arrears':
      return effect.accountNo === undefined ? undefined : arrears(effect.accountNo, ask);
    case 'payments':
      return effect.accountNo === undefined ? undefined : payments(effect.accountNo, ask);
    case 'customer-data':
      return effect.accountNo === undefined ? undefined : customerData(effect.accountNo, ask);
    case 'outages':
      return outages(effect, ask);
    case 'case-progress':
      return caseProgress(effect.queryCode ?? '', ask);
  }
}

async function bill(accountNo: string, ask: Ask): Promise<LookUpData | undefined> {
  const { bill: latest } = await ask(GetLatestBill, { accountNo });
  if (!latest) return undefined;
  const { billMonth, readingDate, registerValue, energyKwh, amountFen, previousBalanceFen, payableFen } =
    latest;
  return {
    values: {
      month: billMonth,
      readingDate,
      registerValue,
      energyKwh,
      amountFen,
      previousBalanceFen,
      payableFen,
    },
  };
}

async function arrears(accountNo: string, ask: Ask): Promise<LookUpData | undefined> {
  const { months, totalFen, penaltyMethod, payPlace } = await ask(ListArrears, { accountNo });
  if (months.length === 0) return undefined;
  return {
    values: { totalFen, penaltyMethod: { ...penaltyMethod }, payPlace: { ...payPlace } },
    items: months.map(({ billMonth, amountFen, penaltyFen }) => ({
      month: billMonth,
      amountFen,
      penaltyFen,
    })),
  };
}

async function payments(accountNo: string, ask: Ask): Promise<LookUpData | undefined> {
  const { items } = await ask(ListPayments, { accountNo, limit: MOST_PAYMENTS });
  if (items.length === 0) return undefined;
  return {
    items: items.map(({ paidAt, amountFen, billMonth }) => ({
      paidOn: localDay(paidAt),
      amountFen,
      ...(billMonth === undefined ? {} : { month: billMonth }),
    })),
  };
}

async function outages(effect: LookUp, ask: Ask): Promise<LookUpData | undefined> {
  const { accountNo, areaCodes = [] } = effect;
  // An outage planned for later explains no fault of today.
  const within = effect.currentOnly === true ? { withinDays: 0 } : {};
  const where =
    accountNo === undefined
      ? areaCodes.slice(0, MOST_AREAS).map((areaCode) => ({ areaCode }))
      : [{ accountNo }];
  const answers = await Promise.all(where.map((area) => ask(ListKnownOutages, { ...area, ...within })));
  const known = new Map(
    answers.flatMap((answer) => answer.outages).map((outage) => [outage.outageId, outage]),
  );
  if (known.size === 0) return undefined;
  const nowFirst = [...known.values()].sort((a, b) => Number(a.upcoming) - Number(b.upcoming));
  return { items: nowFirst.map(toOutageItem) };
}

function toOutageItem({ kind, cause, startsAt, expectedRestorationAt, areaName }: KnownOutage): FlowItem {
  return {
    kind,
    cause: { ...cause },
    startsAt,
    areaName: { ...areaName },
    ...(expectedRestorationAt === undefined ? {} : { restoration: expectedRestorationAt }),
  };
}

async function caseProgress(queryCode: string, ask: Ask): Promise<LookUpData | undefined> {
  if (!QUERY_CODE.test(queryCode)) return undefined;
  const { case: found } = await ask(GetCaseProgress, { queryCode });
  if (!found) return undefined;
  const { kind, status, openedAt, progress, number } = found;
  return { values: { kind, status, openedAt, progress: { ...progress }, number } };
}

async function customerData(accountNo: string, ask: Ask): Promise<LookUpData | undefined> {
  try {
    const { name, kind, address } = await ask(GetAccount, { accountNo });
    return { values: { name, accountNo, kind, ...(address === undefined ? {} : { address }) } };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'account.not-found') return undefined;
    throw error;
  }
}

/** The day in China on which an instant lies, YYYY-MM-DD. */
function localDay(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
}
