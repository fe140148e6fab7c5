import {
  type CustomerSummary,
  FindCustomer,
  GetLatestBill,
  ListArrears,
  ListKnownOutages,
  OpenWorkOrder,
  type OpenWorkOrderRequest,
  ReserveQueryCodes,
  VerifyTelephonePassword,
} from '@switchyard/contracts';
import type { InProcessBus } from '@switchyard/platform';

const PASSWORD = '135790';

export const CUSTOMER: CustomerSummary = {
  accountNo: '5100000001',
  name: '王芳',
  kind: 'resident',
  areaCode: 'A1',
  valueTier: 'high',
  listFlag: 'normal',
  important: false,
};

/** The service desk as callers' menus see it: one customer, a bill, no outage; it can be away, and keeps its orders. */
export class TicketStub {
  readonly orders: OpenWorkOrderRequest[] = [];
  readonly password = PASSWORD;
  private lastCode = 77_000_000;
  private readonly receivers: readonly [string, (request: Record<string, unknown>) => unknown][];

  constructor(
    private readonly bus: InProcessBus,
    readonly boundNumber: string,
  ) {
    this.receivers = [
      [FindCustomer.subject, ({ phone, accountNo }) => ({ accounts: this.knows(phone, accountNo) })],
      [VerifyTelephonePassword.subject, (request) => this.verify(request)],
      [GetLatestBill.subject, () => ({ bill: BILL })],
      [ListArrears.subject, () => NOTHING_OWED],
      [ListKnownOutages.subject, () => ({ areaCode: 'A1', outages: [] })],
      [ReserveQueryCodes.subject, ({ count }) => ({ queryCodes: this.reserve(Number(count)) })],
      [OpenWorkOrder.subject, (request) => this.open(request as unknown as OpenWorkOrderRequest)],
    ];
    this.comeBack();
  }

  comeBack(): void {
    for (const [subject, answer] of this.receivers) {
      this.bus.serve(subject, async (_subject, json) =>
        JSON.stringify({ response: answer(JSON.parse(json) as Record<string, unknown>) }),
      );
    }
  }

  goAway(): void {
    for (const [subject] of this.receivers) this.bus.leave(subject);
  }

  private knows(phone: unknown, accountNo: unknown): CustomerSummary[] {
    return phone === this.boundNumber || accountNo === CUSTOMER.accountNo ? [CUSTOMER] : [];
  }

  private reserve(count: number): string[] {
    return Array.from({ length: count }, () => String((this.lastCode += 1)));
  }

  private verify({ accountNo, password }: Record<string, unknown>) {
    const right = accountNo === CUSTOMER.accountNo && password === PASSWORD;
    return right ? { result: 'verified', account: CUSTOMER } : { result: 'wrong', triesLeft: 2 };
  }

  private open(request: OpenWorkOrderRequest) {
    const known = this.orders.findIndex(({ reference }) => reference === request.reference);
    if (known < 0) this.orders.push(request);
    const serial = String(known < 0 ? this.orders.length : known + 1).padStart(6, '0');
    return {
      ...request,
      number: `W20260302-${serial}`,
      queryCode: request.queryCode ?? `40${serial}`,
      status: 'open',
      openedAt: '2026-03-02T09:00:00+08:00',
      openedBy: 'system:ivr',
      stage: 'registered',
      kindVersion: 1,
      owner: 'centre',
      responsible: 'system:ivr',
      incomplete: false,
      cycle: 1,
      paused: false,
      urged: 0,
      seq: 1,
      updatedAt: '2026-03-02T09:00:00+08:00',
    };
  }
}

const BILL = {
  accountNo: CUSTOMER.accountNo,
  billMonth: '2026-02',
  readingDate: '2026-02-28',
  registerValue: 1234,
  energyKwh: 128,
  amountFen: 7_040,
  previousBalanceFen: 0,
  payableFen: 7_040,
  paidFen: 0,
  leftToPayFen: 7_040,
  updatedAt: '2026-03-01T08:00:00+08:00',
};

const NOTHING_OWED = {
  months: [],
  computedOn: '2026-03-02',
  penaltyMethod: { 'zh-CN': '按日', en: 'by the day' },
  totalFen: 0,
  payPlace: { 'zh-CN': '营业厅', en: 'any hall' },
};
