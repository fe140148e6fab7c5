import {
  AttachToWorkOrder,
  COMMON_ERRORS,
  GetWorkOrder,
  type WorkOrderAttachment,
} from '@switchyard/contracts';
import { DomainError, FILE_STORE, type FileStore } from '@switchyard/platform';
import { workOrderView } from '@switchyard/testing';
import type { Role } from '../src/access/roles';
import { GatewayFixture } from './gateway-fixture';

const MESSAGE = 'messages/0b7a5f5e-3a40-4c58-8d5a-6f3f0a4d9a11.wav';
const TALK = 'recordings/2026/03/0b7a5f5e-3a40-4c58-8d5a-6f3f0a4d9a11.wav';
const GONE = 'messages/0b7a5f5e-3a40-4c58-8d5a-6f3f0a4d9a12.wav';
const ORDER = workOrderView({
  anonymous: true,
  attachments: [MESSAGE, TALK, GONE].map((key) => ({ kind: 'recording', key })),
});

let gateway: GatewayFixture;

beforeAll(async () => {
  gateway = await GatewayFixture.open();
  gateway.answer(GetWorkOrder, () => ORDER);
  const files = gateway.service.app.get<FileStore>(FILE_STORE, { strict: false });
  await files.put(MESSAGE, 'sound');
  await files.put(TALK, 'talk');
});

afterAll(() => gateway.close());

const hear = async (position: number | string, role: Role) =>
  gateway.http
    .get(`/api/v1/work-orders/${ORDER.number}/attachments/${position}/sound`)
    .set('authorization', await gateway.bearer(role));

describe('a message that a caller left', () => {
  it('is heard by an agent, who may read its work order, and that is in the audit', async () => {
    for (const role of ['campaign', 'viewer'] as const) expect((await hear(1, role)).status).toBe(403);
    const sound = await hear(1, 'agent');
    expect(sound.status).toBe(200);
    expect(sound.headers['content-type']).toBe('audio/wav');
    expect(Buffer.from(sound.body as Buffer).toString()).toBe('sound');
    const audit = await gateway.http
      .get(`/api/v1/audit?target=/api/v1/work-orders/${ORDER.number}`)
      .set('authorization', await gateway.bearer('admin'));
    const { items } = audit.body as { items: { actorName: string; outcome: string }[] };
    expect(items.filter(({ outcome }) => outcome === 'done')).toMatchObject([{ actorName: 'the-agent' }]);
  });

  it.each([
    ['whose key is of another file', 2],
    ['that never was', 4],
  ])('%s is not found', async (_what, position) => {
    const answer = await hear(position, 'quality');
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ code: 'work-order-message.not-found' });
  });

  it('that was deleted when its time was over is told as that', async () => {
    const answer = await hear(3, 'quality');
    expect(answer.status).toBe(410);
    expect(answer.body).toMatchObject({ code: 'work-order-message.deleted' });
  });

  it('is not heard by who may not read its work order', async () => {
    gateway.answer(GetWorkOrder, () => {
      throw new DomainError(COMMON_ERRORS.forbidden, 'of another department');
    });
    expect((await hear(1, 'agent')).status).toBe(403);
    gateway.answer(GetWorkOrder, () => ORDER);
  });

  it('is asked for by its position', async () => {
    expect((await hear('first', 'quality')).status).toBe(400);
  });
});

describe('a file of a work order', () => {
  const other = { ...ORDER, number: 'W20260302-000118' };
  const path = `/api/v1/work-orders/${other.number}/attachments`;

  it('is had again under its name, and no other file by a key that somebody named', async () => {
    let attachments: WorkOrderAttachment[] = [{ kind: 'document', key: TALK }];
    gateway.answer(AttachToWorkOrder, (request) => {
      attachments = [...attachments, ...request.attachments];
      return { ...other, attachments };
    });
    gateway.answer(GetWorkOrder, ({ number }) =>
      number === ORDER.number ? ORDER : { ...other, attachments },
    );
    const bearer = await gateway.bearer('agent');
    const added = await gateway.http
      .post(path)
      .set('authorization', bearer)
      .attach('file', Buffer.from('photo'), { filename: '现场.jpg', contentType: 'image/jpeg' });
    expect(added.status).toBe(201);
    expect(attachments[1]).toMatchObject({ kind: 'image', name: '现场.jpg' });
    const file = await gateway.http.get(`${path}/2/file`).set('authorization', bearer);
    expect(Buffer.from(file.body as Buffer).toString()).toBe('photo');
    expect(file.headers['content-disposition']).toContain(encodeURIComponent('现场.jpg'));
    expect((await gateway.http.get(`${path}/1/file`).set('authorization', bearer)).status).toBe(404);
  });

  it('that the work order does not take is kept nowhere', async () => {
    let key = '';
    gateway.answer(AttachToWorkOrder, (request) => {
      key = request.attachments[0]?.key ?? '';
      throw new DomainError('work-order.too-many-attachments', 'no more');
    });
    const refused = await gateway.http
      .post(path)
      .set('authorization', await gateway.bearer('agent'))
      .attach('file', Buffer.from('photo'), { filename: 'a.pdf', contentType: 'application/pdf' });
    expect([refused.status, key.startsWith('work-orders/')]).toEqual([422, true]);
    const files = gateway.service.app.get<FileStore>(FILE_STORE, { strict: false });
    expect(await files.has(key)).toBe(false);
  });
});
