import { randomUUID } from 'node:crypto';
import {
  type AgentView,
  CreateAgent,
  ForceSignOutAgent,
  GetDesk,
  ListRecordings,
  NameRelief,
  OpenRecording,
  SetAgentReady,
  SignOutAgent,
} from '@switchyard/contracts';
import { DomainError, FILE_STORE, type FileStore } from '@switchyard/platform';
import type { Role } from '../src/access/roles';
import { GatewayFixture } from './gateway-fixture';

const AGENT: AgentView = {
  id: randomUUID(),
  workNo: '0317',
  name: '李娜',
  accountName: 'the-agent',
  sipUser: '1000',
  skills: [{ queue: 'billing', penalty: 0 }],
  active: true,
  presence: { state: 'ready', since: '2026-03-02T02:00:00.000Z', phoneRegistered: true },
  version: 1,
};
const RECORDING = { fileKey: 'recordings/2026/03/x.wav', mediaType: 'audio/wav', bytes: 5 };

let gateway: GatewayFixture;

beforeAll(async () => {
  gateway = await GatewayFixture.open();
  gateway.answer(CreateAgent, () => ({
    agent: AGENT,
    sip: { agentId: AGENT.id, sipUser: '1000', sipAccount: 'agent-1000', sipSecret: 'shown-once' },
  }));
  gateway.answer(ForceSignOutAgent, () => AGENT);
  gateway.answer(ListRecordings, () => ({ items: [] }));
  gateway.answer(OpenRecording, () => RECORDING);
  await gateway.service.app.get<FileStore>(FILE_STORE, { strict: false }).put(RECORDING.fileKey, 'sound');
});

afterAll(() => gateway.close());

const get = async (path: string, role: Role) =>
  gateway.http.get(`/api/v1/${path}`).set('authorization', await gateway.bearer(role));
const post = async (path: string, role: Role, body: object = {}) =>
  gateway.http
    .post(`/api/v1/${path}`)
    .set('authorization', await gateway.bearer(role))
    .send(body);

describe('the desk over REST', () => {
  it('is the one of the signed-in account: no agent can be named there', async () => {
    const asked: unknown[] = [];
    gateway.answer(SetAgentReady, (request, { actor }) => {
      asked.push([request, actor.name]);
      return AGENT;
    });
    expect((await post('desk/ready', 'agent')).status).toBe(200);
    expect(asked).toEqual([[{}, 'the-agent']]);
    const foreign = await post('desk/away', 'agent', { reason: 'meal', agentId: AGENT.id });
    expect(foreign.status).toBe(400);
  });

  it('of another is the shift leader’s business', async () => {
    expect((await post(`agents/${AGENT.id}/sign-out`, 'agent', { reason: 'ill' })).status).toBe(403);
    expect((await post(`agents/${AGENT.id}/sign-out`, 'quality', { reason: 'ill' })).status).toBe(403);
    expect((await post(`agents/${AGENT.id}/sign-out`, 'shift-leader', { reason: 'ill' })).status).toBe(200);
    expect((await post(`agents/${AGENT.id}/sign-out`, 'shift-leader')).status).toBe(400);
  });

  it('says why nobody may leave it', async () => {
    gateway.answer(SignOutAgent, () => {
      throw new DomainError('agent.relief-not-signed-in', '王芳 has not signed in yet.', { relief: '0318' });
    });
    const refused = await post('desk/sign-out', 'agent');
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ code: 'agent.relief-not-signed-in', details: { relief: '0318' } });
  });

  it('tells who calls, live', async () => {
    gateway.answer(GetDesk, () => ({ agent: AGENT }));
    const abort = new AbortController();
    const answer = await fetch(`${gateway.service.url}/api/v1/desk/live`, {
      headers: { authorization: await gateway.bearer('agent') },
      signal: abort.signal,
    });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const reader = answer.body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    abort.abort();
    expect(new TextDecoder().decode(value as Uint8Array | undefined)).toContain('event: desk');
  });
});

describe('agents over REST', () => {
  it('are made by those who may, with a secret that a repeated request does not get again', async () => {
    const body = { workNo: '0317', name: '李娜', accountName: 'li.na', skills: [] };
    expect((await post('agents', 'agent', body)).status).toBe(403);
    const made = await gateway.http
      .post('/api/v1/agents')
      .set('authorization', await gateway.bearer('shift-leader'))
      .set('idempotency-key', randomUUID())
      .send(body);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ sip: { sipSecret: 'shown-once' } });
    const kept = await gateway.database.query<{ found: string }>(
      `select count(*) as found from audit_entry a full join idempotency_key k on false where concat(a::text, k::text) like '%shown-once%'`,
    );
    expect(kept[0]?.found).toBe('0');
  });

  it('have a relief or need none, not neither', async () => {
    const asked: unknown[] = [];
    gateway.answer(NameRelief, (request) => {
      asked.push(request);
      return AGENT;
    });
    const name = async (body: object) =>
      gateway.http
        .put(`/api/v1/agents/${AGENT.id}/relief`)
        .set('authorization', await gateway.bearer('shift-leader'))
        .send(body);
    expect((await name({})).status).toBe(400);
    expect((await name({ notNeeded: 'fewer callers at night' })).status).toBe(200);
    expect((await name({ reliefAgentId: randomUUID() })).status).toBe(200);
    expect(asked).toHaveLength(2);
  });
});

describe('recordings over REST', () => {
  it.each<[Role, number]>([
    ['agent', 403],
    ['viewer', 403],
    ['campaign', 403],
    ['quality', 200],
    ['shift-leader', 200],
  ])('are open to %s: %i', async (role, status) => {
    expect((await get('recordings', role)).status).toBe(status);
  });

  it('are heard by those who may, and every time is in the audit', async () => {
    const id = randomUUID();
    expect((await get(`recordings/${id}/sound`, 'agent')).status).toBe(403);
    for (let time = 0; time < 2; time += 1) {
      const sound = await get(`recordings/${id}/sound`, 'quality');
      expect(sound.status).toBe(200);
      expect(sound.headers['content-type']).toBe('audio/wav');
      expect(Buffer.from(sound.body as Buffer).toString()).toBe('sound');
    }
    const audit = await get(`audit?target=/api/v1/recordings/${id}`, 'admin');
    const entries = (audit.body as { items: { actorName: string; action: string; outcome: string }[] }).items;
    expect(entries.map(({ actorName, action, outcome }) => [actorName, action, outcome])).toEqual(
      Array.from({ length: 2 }, () => ['the-quality', 'GET /api/v1/recordings/:recordingId/sound', 'done']),
    );
  });
});
