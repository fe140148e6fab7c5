import type { EventContract, RequestContext } from '@switchyard/contracts';
import type { Outbox, UnitOfWork } from '@switchyard/platform';
import { Accounts, type Account, type AccountFacts, type AccountsPage } from '../src/customer/accounts.port';
import { Payments, type Payment, type PaymentsPage } from '../src/customer/payments.port';
import {
  WorkOrders,
  type WorkOrder,
  type WorkOrderFilter,
  type WorkOrdersPage,
} from '../src/work-order/work-orders.port';

export class InMemoryAccounts extends Accounts {
  private readonly rows = new Map<string, Account>();

  async put(facts: AccountFacts, now: Date): Promise<Account> {
    const known = this.rows.get(facts.accountNo);
    const account: Account = {
      ...facts,
      valueTier: facts.valueTier ?? known?.valueTier ?? 'ordinary',
      listFlag: facts.listFlag ?? known?.listFlag ?? 'normal',
      important: facts.important ?? known?.important ?? false,
      registeredAt: known?.registeredAt ?? now,
      updatedAt: now,
    };
    this.rows.set(facts.accountNo, account);
    return account;
  }

  async find(accountNo: string): Promise<Account | undefined> {
    return this.rows.get(accountNo);
  }

  async boundTo(phone: string, limit: number): Promise<readonly Account[]> {
    return [...this.rows.values()].filter(({ phones }) => phones.includes(phone)).slice(0, limit);
  }

  async list(_filter: object, limit: number): Promise<AccountsPage> {
    return { items: [...this.rows.values()].slice(0, limit) };
  }
}

export class InMemoryPayments extends Payments {
  readonly rows: Payment[] = [];

  async addOnce(payment: Payment): Promise<{ stored: Payment; isNew: boolean }> {
    const known = this.rows.find(
      ({ source, reference }) => source === payment.source && reference === payment.reference,
    );
    if (known) return { stored: known, isNew: false };
    this.rows.push(payment);
    return { stored: payment, isNew: true };
  }

  async ofAccount(accountNo: string, limit: number): Promise<PaymentsPage> {
    return { items: this.rows.filter((row) => row.accountNo === accountNo).slice(0, limit) };
  }

  async since(accountNo: string, after: Date): Promise<readonly Payment[]> {
    return this.rows.filter((row) => row.accountNo === accountNo && row.paidAt > after);
  }

  async newest(recordedUntil: Date): Promise<string | undefined> {
    return this.rows.filter((row) => row.recordedAt <= recordedUntil).at(-1)?.id;
  }
}

export class InMemoryWorkOrders extends WorkOrders {
  readonly rows: WorkOrder[] = [];
  private readonly serials = new Map<string, number>();

  async findByReference(reference: string): Promise<WorkOrder | undefined> {
    return this.rows.find((row) => row.reference === reference);
  }

  async findByQueryCode(queryCode: string): Promise<WorkOrder | undefined> {
    return this.rows.find((row) => row.queryCode === queryCode);
  }

  async findByNumber(number: string): Promise<WorkOrder | undefined> {
    return this.rows.find((row) => row.number === number);
  }

  async nextSerial(day: string): Promise<number> {
    const serial = (this.serials.get(day) ?? 0) + 1;
    this.serials.set(day, serial);
    return serial;
  }

  async add(workOrder: WorkOrder): Promise<boolean> {
    const taken = this.rows.some(
      ({ reference, queryCode }) => reference === workOrder.reference || queryCode === workOrder.queryCode,
    );
    if (!taken) this.rows.push(workOrder);
    return !taken;
  }

  async list(_filter: WorkOrderFilter, limit: number): Promise<WorkOrdersPage> {
    return { items: this.rows.slice(0, limit) };
  }
}

/** A unit of work that only runs the work, and an outbox that remembers. */
export const directWork = { inTransaction: <T>(work: () => Promise<T>) => work() } as UnitOfWork;

export class RememberingOutbox {
  readonly told: { readonly subject: string; readonly payload: unknown }[] = [];

  async append<P extends object>(contract: EventContract<P>, payload: P, _context: RequestContext) {
    this.told.push({ subject: contract.subject, payload });
  }

  get asOutbox(): Outbox {
    return this as unknown as Outbox;
  }
}
