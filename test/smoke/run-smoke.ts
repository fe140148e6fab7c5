import { setTimeout as sleep } from 'node:timers/promises';
import type { ContactTimeline, ContactView } from '@switchyard/contracts';
import { labNumber } from '../../libs/testing/src/lab/subscribers/fates';
import type { RestClient } from '../../libs/testing/src/platform/rest-client';

const POLL_MS = 1_000;
/** An event takes effect in another service a moment later. */
const EVENT_LIMIT_MS = 20_000;
const NO_WORK_ORDER = 'no work order for the customer who asked for a human: events do not reach ticket';
const HEADER = '户号,户名,电话,客户类型,语言,抄表日期,示数,电量,电费,上期余额,应缴金额';

/** Three customers, and what must come of them. */
export const CUSTOMERS = [
  { accountNo: '310000000001', fate: 'confirms', outcomes: ['confirmed'], disposition: 'delivered' },
  {
    accountNo: '310000000002',
    fate: 'asks-for-human',
    outcomes: ['human-requested'],
    disposition: 'delivered',
  },
  {
    accountNo: '310000000003',
    fate: 'busy',
    outcomes: ['busy', 'busy', 'busy'],
    disposition: 'handed-off:exhausted',
  },
] as const;

export interface SmokeResult {
  readonly table: string;
  /** What did not come as expected; empty when all is well. */
  readonly surprises: readonly string[];
}

/** A batch from hand-in to its end. @throws Error when it is not final in time. */
export async function runSmoke(api: RestClient, limitMs: number): Promise<SmokeResult> {
  const batch = await api.createBatch({ kind: 'bill-notice', name: 'smoke', policyName: 'test' });
  const imported = await api.importFile(batch.id, 'smoke.csv', billNotices());
  process.stdout.write(`batch ${batch.id}: ${imported.rowsAccepted} contacts accepted; calling\n`);
  await api.start(batch.id);
  await untilFinal(api, batch.id, limitMs);
  const contacts = await api.contacts(batch.id);
  const told = await Promise.all(
    CUSTOMERS.map(async ({ accountNo }) => {
      const contact = contacts.find((each) => each.accountNo === accountNo);
      return contact ? describe(contact, await api.timeline(contact.id)) : undefined;
    }),
  );
  const { table, surprises } = judge(told);
  const called = (await workOrderOpened(api, CUSTOMERS[1].accountNo)) ? [] : [NO_WORK_ORDER];
  return { table, surprises: [...surprises, ...called] };
}

export interface ToldContact {
  readonly number: string;
  readonly outcomes: readonly string[];
  readonly heardSeconds: number;
  readonly disposition: string;
}

/** @param told In the order of `CUSTOMERS`; undefined where the batch does not hold the contact. */
export function judge(told: readonly (ToldContact | undefined)[]): SmokeResult {
  const surprises: string[] = [];
  const rows = [['account', 'number', 'fate', 'attempts', 'heard (s)', 'disposition']];
  CUSTOMERS.forEach(({ accountNo, fate, outcomes, disposition }, index) => {
    const contact = told[index];
    if (!contact) {
      surprises.push(`${accountNo} is not in the batch`);
      return;
    }
    const came = `${contact.outcomes.join(', ')} → ${contact.disposition}`;
    const expected = `${outcomes.join(', ')} → ${disposition}`;
    if (came !== expected) surprises.push(`${accountNo} (${fate}): ${came}; expected ${expected}`);
    const heard = contact.heardSeconds.toFixed(1);
    rows.push([accountNo, contact.number, fate, contact.outcomes.join(', '), heard, contact.disposition]);
  });
  return { table: columns(rows), surprises };
}

async function workOrderOpened(api: RestClient, accountNo: string): Promise<boolean> {
  const deadline = performance.now() + EVENT_LIMIT_MS;
  while (performance.now() < deadline) {
    const orders = await api.workOrders();
    if (orders.some((order) => order.accountNo === accountNo)) return true;
    await sleep(POLL_MS);
  }
  return false;
}

function describe(contact: ContactView, timeline: ContactTimeline): ToldContact {
  const attempts = timeline.entries.flatMap(({ type, attempt }) =>
    type === 'attempt' && attempt ? [attempt] : [],
  );
  const { number, disposition = contact.state, dispositionReason } = contact;
  return {
    number,
    outcomes: attempts.map(({ outcome = 'none' }) => outcome),
    heardSeconds: attempts.reduce((sum, { heardSeconds = 0 }) => sum + heardSeconds, 0),
    disposition: disposition === 'delivered' ? disposition : `${disposition}:${dispositionReason ?? ''}`,
  };
}

function billNotices(): string {
  const rows = CUSTOMERS.map(
    ({ accountNo, fate }, index) =>
      `${accountNo},李伟,${labNumber(fate, index)},,,2026-02-28,1101.1,57,30.68,0.00,30.68`,
  );
  return `${[HEADER, ...rows].join('\n')}\n`;
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

async function untilFinal(api: RestClient, batchId: string, limitMs: number): Promise<void> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const detail = await api.batch(batchId);
    if (detail.final) return;
    if (performance.now() > deadline) {
      const states = JSON.stringify({ states: detail.states, waiting: detail.waitReasons });
      throw new Error(`the batch is not final after ${limitMs / 1000} s: ${states}`);
    }
    await sleep(POLL_MS);
  }
}
