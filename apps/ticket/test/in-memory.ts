import type { EventContract, RequestContext, WorkOrderSort } from '@switchyard/contracts';
import type { WorkOrderKind } from '@switchyard/domain';
import type { Clock, Outbox, UnitOfWork } from '@switchyard/platform';
import { Accounts, type Account, type AccountFacts, type AccountsPage } from '../src/customer/accounts.port';
import { Payments, type Payment, type PaymentsPage } from '../src/customer/payments.port';
import { KindDefinitions } from '../src/work-order/kinds/kind-definitions';
import { type KindVersion, KindVersions } from '../src/work-order/kinds/kind-versions.port';
import { ReservedCodes } from '../src/work-order/reserved-codes/reserved-codes.port';
import { StoredJournal } from '../src/work-order/stored-journal';
import { WorkOrderEvents } from '../src/work-order/work-order-events.port';
import type { WorkOrderEvent } from '../src/work-order/work-order-journal';
import { WorkOrderReactions } from '../src/work-order/work-order-reactions';
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
      valueTierSource: 'told',
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

  async find(number: string): Promise<WorkOrder | undefined> {
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

  lock(number: string): Promise<WorkOrder | undefined> {
    return this.find(number);
  }

  async openChildrenOf(parent: string, after = '', limit = 50): Promise<readonly string[]> {
    const open = this.rows.filter((row) => row.parent === parent && row.status === 'open');
    return open
      .map(({ number }) => number)
      .filter((number) => number > after)
      .sort()
      .slice(0, limit);
  }

  async hasChildren(number: string): Promise<boolean> {
    return this.rows.some((row) => row.parent === number);
  }

  async save(workOrder: WorkOrder): Promise<void> {
    this.rows[this.rows.findIndex(({ number }) => number === workOrder.number)] = workOrder;
  }

  async setNextDue(number: string, nextDueAt: Date | undefined): Promise<void> {
    const found = await this.find(number);
    if (found) await this.save({ ...found, nextDueAt });
  }

  async list(_filter: WorkOrderFilter, _sort: WorkOrderSort, limit: number): Promise<WorkOrdersPage> {
    return { items: this.rows.slice(0, limit) };
  }
}

export class InMemoryReservedCodes extends ReservedCodes {
  readonly codes = new Set<string>();

  async reserve(codes: readonly string[]): Promise<readonly string[]> {
    const free = codes.filter((code) => !this.codes.has(code));
    for (const code of free) this.codes.add(code);
    return free;
  }

  async take(code: string): Promise<boolean> {
    return this.codes.delete(code);
  }

  async isReserved(code: string): Promise<boolean> {
    return this.codes.has(code);
  }
}

export class InMemoryWorkOrderEvents extends WorkOrderEvents {
  readonly rows: WorkOrderEvent[] = [];

  async add(events: readonly WorkOrderEvent[]): Promise<void> {
    this.rows.push(...events);
  }

  async of(number: string): Promise<readonly WorkOrderEvent[]> {
    return this.rows.filter((row) => row.number === number);
  }

  async hasReference(number: string, reference: string): Promise<boolean> {
    return (await this.of(number)).some(({ data }) => data['requestReference'] === reference);
  }

  async prepareMonths(): Promise<void> {
    await Promise.resolve();
  }
}

export class InMemoryKindVersions extends KindVersions {
  readonly rows: KindVersion[] = [];

  async find(kind: WorkOrderKind, version: number): Promise<KindVersion | undefined> {
    return this.rows.find((row) => row.kind === kind && row.version === version);
  }

  async inForce(kind: WorkOrderKind, at: Date): Promise<KindVersion | undefined> {
    return (await this.of(kind)).find(({ validFrom }) => validFrom <= at);
  }

  async of(kind: WorkOrderKind): Promise<readonly KindVersion[]> {
    return this.rows.filter((row) => row.kind === kind).reverse();
  }

  async add(version: Omit<KindVersion, 'version'>): Promise<KindVersion | undefined> {
    const added = { ...version, version: (await this.of(version.kind)).length + 2 };
    this.rows.push(added);
    return added;
  }
}

/** A journal over memory, with all that it needs. */
export function inMemoryJournal(clock: Clock) {
  const workOrders = new InMemoryWorkOrders();
  const events = new InMemoryWorkOrderEvents();
  const definitions = new KindDefinitions(new InMemoryKindVersions());
  const reactions = new WorkOrderReactions();
  const outbox = new RememberingOutbox();
  const told = outbox.asOutbox;
  const journal = new StoredJournal(workOrders, events, definitions, reactions, directWork, told, clock);
  return { workOrders, events, definitions, reactions, outbox, journal };
}

/** A unit of work that only runs the work, and an outbox that remembers. */
export const directWork = { inTransaction: <T>(work: () => Promise<T>) => work() } as UnitOfWork;

export class RememberingOutbox {
  readonly told: { readonly subject: string; readonly payload: unknown }[] = [];

  async append<P extends object>(contract: EventContract<P>, payload: P, _context: RequestContext) {
    this.told.push({ subject: contract.subject, payload });
  }

  async appendAll<P extends object>(
    contract: EventContract<P>,
    payloads: readonly P[],
    context: RequestContext,
  ): Promise<void> {
    for (const payload of payloads) await this.append(contract, payload, context);
  }

  get asOutbox(): Outbox {
    return this as unknown as Outbox;
  }
}
