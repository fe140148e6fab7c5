import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CreatedAgent, LeaveView, PunchView, StaffView } from '@switchyard/contracts';
import { Logger, NatsTransport } from '@switchyard/platform';
import { describeWithLabRoot, waitFor } from '@switchyard/testing';
import { GatewayFixture, PASSWORD } from '../apps/gateway/test/gateway-fixture';
import { HrFixture } from '../apps/hr/test/hr-fixture';
import { AgentQueueFixture } from '../apps/ivr/test/agent-queue/agent-queue-fixture';
import type { SimulatedQueueNode } from '../apps/ivr/src/telephony/simulator';
import { ComposedNats, type NatsUser } from './deploy/composed-nats.fixture';

const DAY_MS = 86_400_000;
const dayIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
/** A working day that far ahead or a little later: by the weekly pattern, which is all that is needed here. */
const weekdayIn = (days: number): string => {
  const weekday = new Date(Date.now() + days * DAY_MS).getUTCDay();
  return dayIn(days + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0));
};

describeWithLabRoot('a working life over REST, each service with its own login at NATS', (host) => {
  let files: string;
  let nats: ComposedNats;
  let gateway: GatewayFixture;
  let hr: HrFixture;
  let queues: AgentQueueFixture;
  let node: SimulatedQueueNode;
  const bearers = new Map<string, string>();

  beforeAll(async () => {
    files = await mkdtemp(path.join(tmpdir(), 'switchyard-files-'));
    nats = await ComposedNats.start(host);
    const over = (user: NatsUser) => new NatsTransport(user, nats.urlOf(user), Logger.silent());
    hr = await HrFixture.start({ transport: () => over('hr'), filesDir: files });
    queues = await AgentQueueFixture.open({ filesDir: files });
    node = queues.queueNode();
    await queues.start([node], ['pbx-1'], over('ivr'));
    node.connect();
    gateway = await GatewayFixture.open({ FILES_DIR: files }, [], over('gateway'));
    bearers.set('admin', await gateway.bearer('admin'));
  }, 120_000);

  afterAll(async () => {
    await gateway?.close();
    await queues?.close();
    await hr?.close();
    await nats?.stop();
    await rm(files, { recursive: true, force: true });
  });

  type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
  const as = (who: string, method: Method, url: string) =>
    gateway.http[method](`/api/v1${url}`).set('authorization', bearers.get(who) ?? '');

  async function signIn(name: string): Promise<void> {
    await waitFor(
      `${name} may sign in`,
      async () => {
        const answer = await gateway.signIn(name, PASSWORD);
        if (answer.status !== 200) return false;
        bearers.set(name, `Bearer ${(answer.body as { accessToken: string }).accessToken}`);
        return true;
      },
      10_000,
    );
  }

  async function hire(staffNumber: string, name: string, postCode: string): Promise<void> {
    const body = { staffNumber, name, departmentCode: 'operations', postCode, hiredOn: '2020-01-06' };
    await as('admin', 'post', '/staff').send(body).expect(201);
    await as('admin', 'put', `/staff/${staffNumber}/account`)
      .send({ name: `staff.${staffNumber}`, password: PASSWORD })
      .expect(200);
    await signIn(`staff.${staffNumber}`);
  }

  it('begins with an account by the post, and no more than the post gives', async () => {
    await hire('0317', '李娜', 'agent');
    await hire('0001', '周强', 'head');
    const own = await as('staff.0317', 'get', '/me/staff').expect(200);
    expect(own.body as StaffView).toMatchObject({ staffNumber: '0317', status: 'active', postCode: 'agent' });
    await as('staff.0317', 'get', '/staff').expect(403);
    const staff = await as('staff.0001', 'get', '/staff?departmentCode=operations').expect(200);
    expect((staff.body as { items: StaffView[] }).items.map(({ staffNumber }) => staffNumber)).toEqual(
      expect.arrayContaining(['0001', '0317']),
    );
  });

  it('is punched by signing in at the desk', async () => {
    const agent = {
      workNo: '0317',
      name: '李娜',
      accountName: 'staff.0317',
      skills: [{ queue: 'billing', penalty: 0 }],
    };
    const created = (await as('admin', 'post', '/agents').send(agent).expect(201)).body as CreatedAgent;
    await queues.phone(node, created.agent.sipUser);
    const before = Date.now();
    await as('staff.0317', 'post', '/desk/sign-in').expect(200);
    let punch: PunchView | undefined;
    await waitFor(
      'the punch',
      async () => {
        const { body } = await as('staff.0317', 'get', '/me/punches').expect(200);
        [punch] = (body as { items: PunchView[] }).items;
        return punch !== undefined;
      },
      10_000,
    );
    expect(punch).toMatchObject({
      staffNumber: '0317',
      direction: 'in',
      source: 'sign-in',
      zone: 'Asia/Shanghai',
    });
    expect(Math.abs(Date.parse(punch?.at ?? '') - before)).toBeLessThan(10_000);
  });

  it('has leave that the head approves, and nobody for oneself', async () => {
    const day = weekdayIn(10);
    const request = { kind: 'personal', from: day, to: day, toHalf: 'am', reason: '搬家', reference: 'move' };
    const asked = await as('staff.0317', 'post', '/me/leave').send(request).expect(201);
    const { leaveId } = asked.body as LeaveView;
    await as('staff.0317', 'post', `/leave/${leaveId}/decision`).send({ decision: 'approve' }).expect(403);
    const waiting = await as('staff.0001', 'get', '/leave?waitingForMe=true').expect(200);
    expect((waiting.body as { items: LeaveView[] }).items).toMatchObject([{ leaveId, staffNumber: '0317' }]);
    await as('staff.0001', 'post', `/leave/${leaveId}/decision`).send({ decision: 'approve' }).expect(200);
    const own = await as('staff.0317', 'get', `/me/leave/${leaveId}`).expect(200);
    expect(own.body).toMatchObject({ state: 'approved' });
  });

  it('has courses to choose from, which are a file too', async () => {
    const courses = await as('staff.0317', 'get', '/training/courses/export?language=en').expect(200);
    expect(courses.text).toContain('course code,title in Chinese,title in English');
    expect(courses.text.split('\r\n').some((line) => line.startsWith('07,'))).toBe(true);
    const sittings = await as('staff.0001', 'get', '/exams/sittings/export').expect(200);
    expect(sittings.text).toContain('考试,课程编号');
    await as('staff.0317', 'get', '/exams/sittings/export').expect(403);
  });

  it('goes on in another post, whose permissions hold at once', async () => {
    const old = bearers.get('staff.0317') ?? '';
    await as('staff.0317', 'get', '/quality/evaluations').expect(403);
    await as('admin', 'post', '/staff/0317/steps')
      .send({
        kind: 'transfer',
        departmentCode: 'quality',
        postCode: 'quality-inspector',
        withoutGroup: true,
        reason: '竞聘',
      })
      .expect(201);
    await waitFor(
      'the old session is over',
      async () => (await gateway.http.get('/api/v1/me').set('authorization', old)).status === 401,
      10_000,
    );
    await signIn('staff.0317');
    await as('staff.0317', 'get', '/quality/evaluations').expect(200);
  });

  it('ends with the account', async () => {
    const session = bearers.get('staff.0317') ?? '';
    await as('admin', 'post', '/staff/0317/steps')
      .send({ kind: 'leave', leavingKind: 'voluntary', leavingReason: 'studies', reason: '读研' })
      .expect(201);
    await waitFor(
      'the session is over',
      async () => (await gateway.http.get('/api/v1/me').set('authorization', session)).status === 401,
      10_000,
    );
    await gateway.signIn('staff.0317', PASSWORD).expect(401);
    const problems = await as('admin', 'get', '/staff-accounts/problems').expect(200);
    expect((problems.body as { items: unknown[] }).items).toEqual([]);
  });
});
