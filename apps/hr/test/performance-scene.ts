import { randomUUID } from 'node:crypto';
import {
  type CorrectnessItemView,
  GetQueueFigures,
  GetRatingFigures,
  ListAgents,
  ListAgentStates,
  ListCorrectnessItems,
  ListCorrectnessSamples,
  type Operation,
  type QueueFiguresView,
  WorkOrderChanged,
} from '@switchyard/contracts';
import { encodeContext, InProcessBus, toEnvelope } from '@switchyard/platform';
import { queueFigures, ratingFigures } from './figures-of-others';
import type { HrFixture } from './hr-fixture';

/** Accounts of the people of the scene, by staff number. */
export const ACCOUNTS: Readonly<Record<string, string>> = Object.fromEntries(
  ['A001', 'A002', 'A003', 'L001', 'H001', 'D001', 'S001'].map((staffNumber, index) => [
    staffNumber,
    `00000000-0000-4000-8000-00000000000${index}`,
  ]),
);

export const as = (staffNumber: string): { readonly id: string } => ({ id: ACCOUNTS[staffNumber] ?? '' });

/** Three agents, their group leader, the shift leader, the head and the director. */
export async function fillStaff(hr: HrFixture): Promise<void> {
  const people = [
    'A001 agent telephone',
    'A002 agent telephone',
    'A003 agent online',
    'L001 group-leader telephone',
    'S001 shift-leader',
    'H001 head',
    'D001 director',
  ];
  for (const person of people) {
    const [number = '', post = '', group] = person.split(' ');
    await hr.query(
      `insert into staff (staff_number, name, department_code, post_code, tier, group_code, status, hired_on, account_id,
         created_at, updated_at) values ($1, $2, 'operations', $3, 'agent', $4, 'active', '2026-01-01', $5, now(), now())`,
      [number, `姓名${number}`, post, group, ACCOUNTS[number]],
    );
  }
  await hr.query(`update staff_group set leader_number = 'L001' where code = 'telephone'`);
}

const MONTH = {
  rosteredDays: 22,
  attendedDays: 20,
  onTimeDays: 18,
  onTimeBaseDays: 20,
  lateCount: 0,
  lateMinutes: 0,
  loggedLateCount: 0,
  earlyCount: 0,
  earlyMinutes: 0,
  absentDays: 0,
  missedPunchDays: 0,
  trainingDays: 0,
  overtimeMinutes: 0,
  rosteredMinutes: 9_000,
  workedMinutes: 9_000,
  sick: { occurrences: 0, days: 0 },
  personal: { occurrences: 0, days: 0 },
  yearSick: { occurrences: 0, days: 0 },
  yearPersonal: { occurrences: 0, days: 0 },
};

/** Closes the attendance of a month; what is told of somebody differs from a month without a fault. */
export async function closeMonth(
  hr: HrFixture,
  month: string,
  faults: Readonly<Record<string, object>>,
): Promise<void> {
  await hr.query(
    `insert into attendance_month (month, state, staff_total, staff_done, started_at, started_by, closed_at)
     values ($1, 'closed', 7, 7, now(), 'test', now()) on conflict do nothing`,
    [`${month}-01`],
  );
  for (const staffNumber of Object.keys(ACCOUNTS)) {
    await hr.query(
      `insert into attendance_month_figure (month, staff_number, revision, figures, made_at, made_by)
       values ($1, $2, 1, $3, now(), 'test') on conflict do nothing`,
      [`${month}-01`, staffNumber, JSON.stringify({ ...MONTH, ...faults[staffNumber] })],
    );
  }
}

/** Plays ivr and ticket on the bus. */
export class OtherServices {
  private position = 0;
  items: CorrectnessItemView[] = [];
  telephonesAway = false;

  constructor(private readonly bus: InProcessBus) {
    const calls: Partial<QueueFiguresView> = {
      answered: 40,
      holdKnown: 40,
      averageTalkSeconds: 120,
      averageHoldSeconds: 10,
      afterCallsKnown: 40,
      averageAfterCallSeconds: 50,
      ringsKnown: 40,
      averageRingSeconds: 5,
      transferred: 1,
    };
    this.play(GetQueueFigures, () => {
      if (this.telephonesAway) throw new Error('away');
      const report = queueFigures(40, 40);
      return {
        ...report,
        items: report.items.map((row) => ({ ...row, group: 'A001', figures: { ...row.figures, ...calls } })),
      };
    });
    this.play(GetRatingFigures, () => ({
      ...ratingFigures(),
      items: [{ ...ratingFigures().total, group: 'A001', ratings: 2, csatGiven: 2, averageCsat: 4.5 }],
    }));
    this.play(ListAgents, () => ({ items: [] }));
    this.play(ListAgentStates, () => ({ items: [] }));
    this.play(ListCorrectnessSamples, () => ({ items: [SAMPLE] }));
    this.play(ListCorrectnessItems, () => ({ items: this.items }));
  }

  /** The judgement of somebody's work order. */
  judge(staffNumber: string, work: string, right: boolean): void {
    this.items.push({
      itemId: randomUUID(),
      sampleId: SAMPLE.sampleId,
      subject: 'work-orders',
      work,
      doneBy: ACCOUNTS[staffNumber] ?? '',
      verdicts: { kind: right ? 'right' : 'wrong', content: 'right' },
    });
  }

  /** What happened to a work order at a minute of 3 October 2026, 9:00. */
  async happened(
    work: string,
    eventType: string,
    by: string,
    minute: number,
    more: object = {},
  ): Promise<void> {
    const at = new Date(Date.UTC(2026, 9, 3, 1, 0) + minute * 60_000).toISOString();
    const payload = {
      number: work,
      kind: 'fault',
      status: 'open',
      stage: 'opened',
      owner: 'centre',
      eventType,
      at,
      seq: (this.position += 1),
      ...more,
    };
    await this.publish(WorkOrderChanged.subject, payload, by);
  }

  private async publish(subject: string, payload: object, by: string): Promise<void> {
    const actor = { id: by, name: by, roles: [], permissions: [], scope: ['all'] };
    const context = encodeContext({ correlationId: randomUUID(), actor });
    const event = { id: randomUUID(), subject, payload: JSON.stringify(payload), context };
    await this.bus.publish([{ ...event, occurredAt: new Date(), position: this.position }]);
  }

  private play<Request extends object, Reply extends object>(
    operation: Operation<Request, Reply>,
    answer: () => Reply,
  ): void {
    this.bus.serve(operation.subject, () => {
      try {
        return Promise.resolve(JSON.stringify({ response: answer() }));
      } catch (error) {
        return Promise.resolve(JSON.stringify({ err: toEnvelope(error) }));
      }
    });
  }
}

const SAMPLE = {
  sampleId: '00000000-0000-4000-8000-0000000000aa',
  subject: 'work-orders' as const,
  seed: 'x',
  population: 100,
  from: '2026-09-30T16:00:00.000Z',
  before: '2026-10-31T16:00:00.000Z',
  size: 4,
  judged: 4,
  drawnAt: '2026-11-01T00:00:00.000Z',
  drawnBy: 'quality',
};
