import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AgentView, CreatedAgent, DeskView, RecordingPage } from '@switchyard/contracts';
import { GatewayFixture, PASSWORD } from '../apps/gateway/test/gateway-fixture';
import type { Role } from '../apps/gateway/src/access/roles';
import {
  AgentQueueFixture,
  eventually,
  type Process,
} from '../apps/ivr/test/agent-queue/agent-queue-fixture';
import type { SimulatedQueueNode } from '../apps/ivr/src/telephony/simulator';

describe('a shift over REST', () => {
  let files: string;
  let gateway: GatewayFixture;
  let queues: AgentQueueFixture;
  let ivr: Process;
  let node: SimulatedQueueNode;
  const bearers = new Map<string, string>();

  beforeAll(async () => {
    files = await mkdtemp(path.join(tmpdir(), 'switchyard-files-'));
    gateway = await GatewayFixture.open({ FILES_DIR: files });
    queues = await AgentQueueFixture.open({ filesDir: files, bus: gateway.bus });
    node = queues.queueNode();
    ivr = await queues.start([node]);
    node.connect();
    for (const [name, role] of [
      ['li.na', 'agent'],
      ['wang.fang', 'agent'],
      ['leader', 'shift-leader'],
      ['ear', 'quality'],
    ] as const satisfies readonly (readonly [string, Role])[]) {
      await gateway.makeUser(name, role);
      const { body } = await gateway.signIn(name, PASSWORD).expect(200);
      bearers.set(name, `Bearer ${(body as { accessToken: string }).accessToken}`);
    }
  }, 120_000);

  afterAll(async () => {
    await queues?.close();
    await gateway?.close();
    await rm(files, { recursive: true, force: true });
  });

  const ask = (who: string, method: 'get' | 'post' | 'put' | 'patch', url: string) =>
    gateway.http[method](`/api/v1${url}`).set('authorization', bearers.get(who) ?? '');

  async function seat(workNo: string, accountName: string): Promise<AgentView> {
    const body = { workNo, name: accountName, accountName, skills: [{ queue: 'billing', penalty: 0 }] };
    const { agent } = (await ask('leader', 'post', '/agents').send(body).expect(201)).body as CreatedAgent;
    await queues.phone(node, agent.sipUser, { answerAfterMs: 200 });
    return agent;
  }

  it('begins with agents who sign in, and goes on with a caller on the screen', async () => {
    const own = await seat('0317', 'li.na');
    await ask('li.na', 'post', '/desk/sign-in').expect(200);
    await ask('li.na', 'post', '/desk/ready').expect(200);
    await queues.untilMembers(node, own.sipUser, (members) => members.some(({ paused }) => !paused));
    const callId = 'pbx-1-100.1';
    await queues.query(
      ivr,
      `insert into inbound_calls (call_id, node, from_number, dialled, desk, language, started_at, value_tier, list_flag, phase)
       values ($1, 'pbx-1', '+8613900010001', '95598', 'general', 'zh-CN', now(), 'high', 'red', 'queue')`,
      [callId],
    );
    node.join({ callId, queue: 'billing', priority: 20, maxWaitSeconds: 60 });
    let desk: DeskView | undefined;
    await eventually(async () => {
      desk = (await ask('li.na', 'get', '/desk').expect(200)).body as DeskView;
      return desk.agent.presence.state === 'talking';
    }, 'the caller on the screen');
    expect(desk?.call).toMatchObject({ callId, phone: '+8613900010001', valueTier: 'high', listFlag: 'red' });
    await ask('leader', 'get', `/agents/${own.id}/desk`).expect(200);
    await ask('wang.fang', 'get', `/agents/${own.id}/desk`).expect(403);
    node.callerHangsUp(callId);
    await queues.untilState(ivr, own.id, 'after-call-work');
    await ask('li.na', 'post', '/desk/finish-after-call-work').expect(200);
    const calls = (await ask('leader', 'get', `/queue-calls?agentId=${own.id}`).expect(200)).body as {
      items: object[];
    };
    expect(calls.items).toMatchObject([{ callId, outcome: 'answered', valueTier: 'high', priority: 20 }]);
  });

  it('ends when the relief has come, or the shift leader says so', async () => {
    const relief = await seat('0318', 'wang.fang');
    const own = ((await ask('li.na', 'get', '/desk').expect(200)).body as DeskView).agent;
    const early = await ask('li.na', 'post', '/desk/sign-out').expect(422);
    expect(early.body).toMatchObject({ code: 'agent.relief-not-named' });
    await ask('li.na', 'put', `/agents/${own.id}/relief`).send({ reliefAgentId: relief.id }).expect(403);
    await ask('leader', 'put', `/agents/${own.id}/relief`).send({ reliefAgentId: relief.id }).expect(200);
    await ask('li.na', 'post', '/desk/sign-out').expect(422);
    await ask('wang.fang', 'post', '/desk/sign-in').expect(200);
    await ask('li.na', 'post', '/desk/sign-out').expect(200);
    await ask('leader', 'post', `/agents/${relief.id}/sign-out`).send({ reason: 'fire drill' }).expect(200);
    const { items } = (await ask('leader', 'get', '/agents?state=signed-out').expect(200)).body as {
      items: AgentView[];
    };
    expect(items.map(({ workNo }) => workNo)).toEqual(['0317', '0318']);
  });

  it('leaves recordings for those who may hear them', async () => {
    const file = path.join(queues.recordings, 'pbx-1-100.1.wav');
    await writeFile(file, Buffer.alloc(16_044, 1));
    let page: RecordingPage = { items: [] };
    await eventually(async () => {
      page = (await ask('ear', 'get', '/recordings?callId=pbx-1-100.1').expect(200)).body as RecordingPage;
      return page.items[0]?.state === 'stored';
    }, 'the recording');
    const url = `/recordings/${page.items[0]?.id ?? ''}/sound`;
    await ask('li.na', 'get', url).expect(403);
    const sound = await ask('ear', 'get', url).expect(200);
    expect(sound.headers['content-length']).toBe('16044');
  });
});
