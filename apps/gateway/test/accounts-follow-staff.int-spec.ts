import {
  GetStaff,
  LinkStaffAccount,
  ListHrPolicyVersions,
  ListStaff,
  StaffStatusChanged,
  type StaffStatusChangedPayload,
  type StaffView,
  UnlinkStaffAccount,
} from '@switchyard/contracts';
import { encodeContext, Inbox, systemContext } from '@switchyard/platform';
import { FollowStaff } from '../src/users/follow-staff/follow-staff';
import { OpenReview } from '../src/account-review/open-review';
import { AccountReviews } from '../src/account-review/account-reviews.port';
import { GatewayFixture, PASSWORD } from './gateway-fixture';

const NOBODY = '0b5f1a52-6a55-4c1d-9f5e-6f7a3c1d0404';

describe('sign-in accounts of staff', () => {
  let gateway: GatewayFixture;
  let admin: string;

  beforeAll(async () => {
    gateway = await GatewayFixture.open();
    admin = await gateway.bearer('admin');
    gateway.answer(ListHrPolicyVersions, () => ({
      items: [
        {
          name: 'account-review' as const,
          validFrom: '1970-01-01T00:00:00.000Z',
          setBy: 'system:hr',
          document: { everyMonths: 6, dueDays: 14 },
        },
      ],
    }));
  }, 120_000);

  afterAll(() => gateway.close());

  const get = <T>(token: abstract new (...args: never[]) => T): T =>
    gateway.service.app.get<T>(token, { strict: false });
  const follow = (payload: Partial<StaffStatusChangedPayload>) =>
    get(FollowStaff).follow({
      staffNumber: 'A1',
      version: 1,
      status: 'active',
      mayAct: true,
      roles: ['agent'],
      scope: ['all'],
      effectiveOn: '2026-03-02',
      ...payload,
    });
  const user = async (id: string) =>
    (await gateway.http.get(`/api/v1/users/${id}`).set('authorization', admin).expect(200)).body as {
      roles: string[];
      scope: string[];
      active: boolean;
      staffNumber?: string;
      switchedOffBy?: string;
    };
  const me = (token: string) => gateway.http.get('/api/v1/me').set('authorization', `Bearer ${token}`);
  const tokenOf = async (name: string): Promise<string> =>
    ((await gateway.signIn(name, PASSWORD).expect(200)).body as { accessToken: string }).accessToken;
  const problems = async () =>
    (await gateway.http.get('/api/v1/staff-accounts/problems').set('authorization', admin).expect(200))
      .body as { items: object[] };

  const staff = (staffNumber: string, status: 'active' | 'left'): StaffView => ({
    staffNumber,
    name: '孙八',
    departmentCode: 'quality',
    postCode: 'trainer',
    roleKind: 'training',
    tier: 'agent',
    skills: [],
    status,
    hiredOn: '2026-01-01',
    version: 1,
    updatedAt: '2026-01-01T00:00:00.000Z',
  });

  it('get roles by the post and scope by the department, and every request carries the scope', async () => {
    const id = await gateway.makeUser('zhang.san', 'viewer');
    await follow({ staffNumber: 'A1', accountId: id, roles: ['agent'], scope: ['marketing'] });
    expect(await user(id)).toMatchObject({ roles: ['agent'], scope: ['marketing'], staffNumber: 'A1' });
    const token = await tokenOf('zhang.san');
    expect((await me(token).expect(200)).body).toMatchObject({ roles: ['agent'], scope: ['marketing'] });
    await follow({
      staffNumber: 'A1',
      accountId: id,
      version: 2,
      roles: ['shift-leader'],
      scope: ['marketing'],
    });
    let asked: readonly string[] | undefined;
    gateway.answer(ListStaff, (_request, { actor }) => {
      asked = actor.scope;
      return { items: [] };
    });
    await gateway.http
      .get('/api/v1/staff')
      .set('authorization', `Bearer ${await tokenOf('zhang.san')}`)
      .expect(200);
    expect(asked).toEqual(['marketing']);
  });

  it('go off with the leaving at once, sessions included, and no older event brings them back', async () => {
    const id = await gateway.makeUser('li.si', 'viewer');
    await follow({ staffNumber: 'A2', accountId: id, version: 3 });
    const token = await tokenOf('li.si');
    await me(token).expect(200);
    const left = { staffNumber: 'A2', accountId: id, status: 'left' as const, mayAct: false };
    await follow({ ...left, version: 7 });
    await me(token).expect(401);
    await gateway.signIn('li.si', PASSWORD).expect(401);
    expect(await follow({ staffNumber: 'A2', accountId: id, version: 6 })).toBe(false);
    expect(await follow({ staffNumber: 'A2', accountId: id, version: 7 })).toBe(false);
    expect(await user(id)).toMatchObject({ active: false, switchedOffBy: 'staff' });
    const back = await gateway.http
      .patch(`/api/v1/users/${id}`)
      .set('authorization', admin)
      .send({ active: true })
      .expect(422);
    expect(back.body).toMatchObject({ code: 'user.staff-may-not-act' });
  });

  it('follow what was told while the gateway was down: it waits in the inbox, once in effect', async () => {
    const id = await gateway.makeUser('wang.wu', 'viewer');
    await follow({ staffNumber: 'A3', accountId: id });
    const token = await tokenOf('wang.wu');
    const payload: StaffStatusChangedPayload = {
      staffNumber: 'A3',
      version: 2,
      status: 'suspended',
      accountId: id,
      mayAct: false,
      roles: ['agent'],
      scope: ['all'],
      effectiveOn: '2026-03-02',
    };
    await get(Inbox).receive('gateway-staff', [
      {
        id: '7a0d3a52-6a55-4c1d-9f5e-6f7a3c1d0009',
        subject: StaffStatusChanged.subject,
        position: 1,
        payload: JSON.stringify(payload),
        context: encodeContext(systemContext('hr')),
        occurredAt: new Date(),
      },
    ]);
    for (let round = 0; round < 100 && (await user(id)).active; round++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await user(id)).toMatchObject({ active: false, switchedOffBy: 'staff' });
    await me(token).expect(401);
  });

  it('keep what a hand changed until the post gives something else; what a hand switched off stays off', async () => {
    const id = await gateway.makeUser('zhao.liu', 'agent');
    await follow({ staffNumber: 'A4', accountId: id });
    const patch = (change: object) =>
      gateway.http.patch(`/api/v1/users/${id}`).set('authorization', admin).send(change).expect(200);
    await patch({ roles: ['agent', 'campaign'] });
    await follow({ staffNumber: 'A4', accountId: id, version: 2, status: 'suspended', mayAct: false });
    await follow({ staffNumber: 'A4', accountId: id, version: 3 });
    expect(await user(id)).toMatchObject({ roles: ['agent', 'campaign'], active: true });
    await follow({ staffNumber: 'A4', accountId: id, version: 4, roles: ['quality'] });
    expect((await user(id)).roles).toEqual(['quality']);
    await patch({ active: false });
    await follow({ staffNumber: 'A4', accountId: id, version: 5, status: 'suspended', mayAct: false });
    await follow({ staffNumber: 'A4', accountId: id, version: 6, roles: ['quality'] });
    expect(await user(id)).toMatchObject({ active: false, switchedOffBy: 'hand' });
  });

  it('that are not there, or a role that does not exist, are reported and stop nobody', async () => {
    const id = await gateway.makeUser('qian.qi', 'viewer');
    await follow({ staffNumber: 'A6', accountId: NOBODY });
    await follow({ staffNumber: 'A7', accountId: id, roles: ['agent', 'astronaut'] });
    expect(await user(id)).toMatchObject({ roles: ['agent'], active: true });
    expect((await problems()).items).toMatchObject([
      { staffNumber: 'A6', problem: 'no-account' },
      { staffNumber: 'A7', problem: 'unknown-role' },
    ]);
    await follow({ staffNumber: 'A6', version: 2 });
    await follow({ staffNumber: 'A7', version: 2, accountId: id });
    expect((await problems()).items).toEqual([]);
  });

  it('are made for a member of staff with what the post gives, before the answer; taken away they are off', async () => {
    gateway.answer(GetStaff, () => staff('A8', 'active'));
    let linked = '';
    const standing = (version: number): StaffStatusChangedPayload => ({
      staffNumber: 'A8',
      version,
      status: 'active',
      mayAct: true,
      roles: ['trainer'],
      scope: ['all'],
      effectiveOn: '2026-03-02',
    });
    gateway.answer(LinkStaffAccount, ({ accountId }) => {
      linked = accountId;
      return { ...standing(1), accountId };
    });
    const put = (body: object) =>
      gateway.http.put('/api/v1/staff/A8/account').set('authorization', admin).send(body);
    const made = await put({ name: 'sun.ba', password: PASSWORD }).expect(200);
    expect(made.body).toMatchObject({ name: 'sun.ba', roles: ['trainer'], active: true, staffNumber: 'A8' });
    await put({}).expect(400);
    await put({ accountId: linked, name: 'sun.ba', password: PASSWORD }).expect(400);
    await put({ accountId: NOBODY }).expect(404);
    await put({ name: 'sun.ba', password: PASSWORD }).expect(409);

    gateway.answer(UnlinkStaffAccount, () => ({ ...standing(2), unlinkedAccountId: linked }));
    await gateway.http.delete('/api/v1/staff/A8/account').set('authorization', admin).expect(204);
    expect(await user(linked)).toMatchObject({ active: false, switchedOffBy: 'staff' });
    expect((await user(linked)).staffNumber).toBeUndefined();
  });

  it('a new account stays off and may nothing when it could not be linked', async () => {
    gateway.answer(GetStaff, () => staff('A9', 'active'));
    gateway.bus.leave(LinkStaffAccount.subject);
    await gateway.http
      .put('/api/v1/staff/A9/account')
      .set('authorization', admin)
      .send({ name: 'zhou.jiu', password: PASSWORD })
      .expect(503);
    await gateway.signIn('zhou.jiu', PASSWORD).expect(401);
    gateway.answer(GetStaff, () => staff('A9', 'left'));
    const refused = await gateway.http
      .put('/api/v1/staff/A9/account')
      .set('authorization', admin)
      .send({ name: 'zhou.shi', password: PASSWORD })
      .expect(422);
    expect(refused.body).toMatchObject({ code: 'staff.left' });
  });

  it('are reviewed when the months of the policy are over: kept, roles withdrawn, off, or reported', async () => {
    await get(OpenReview).round();
    await get(OpenReview).round();
    const reviews = async () =>
      (await gateway.http.get('/api/v1/account-reviews').set('authorization', admin).expect(200)).body as {
        items: { reviewId: string; accounts: number; undecided: number; overdue: boolean }[];
      };
    const [review, ...others] = (await reviews()).items;
    expect(others).toEqual([]);
    const path = `/api/v1/account-reviews/${review?.reviewId}/accounts`;
    const list = async (query = '') =>
      (await gateway.http.get(`${path}?limit=200&${query}`).set('authorization', admin).expect(200)).body as {
        items: { userId: string; name: string; roles: string[]; beyondPost: string[]; decision?: string }[];
      };
    const { items } = await list();
    expect(items).toHaveLength(review?.accounts ?? -1);
    const idOf = (name: string) => items.find((item) => item.name === name)?.userId ?? NOBODY;
    const decide = (name: string, body: object) =>
      gateway.http
        .post(`${path}/${idOf(name)}/decision`)
        .set('authorization', admin)
        .send(body);

    await decide('zhang.san', {
      decision: 'roles-withdrawn',
      withdrawnRoles: ['shift-leader'],
      reason: '转岗',
    }).expect(200);
    expect((await user(idOf('zhang.san'))).roles).toEqual([]);
    await decide('qian.qi', { decision: 'switched-off' }).expect(200);
    expect(await user(idOf('qian.qi'))).toMatchObject({ active: false, switchedOffBy: 'review' });
    await follow({ staffNumber: 'A7', version: 3, accountId: idOf('qian.qi'), status: 'active' });
    expect((await user(idOf('qian.qi'))).active).toBe(false);
    for (const [name, body, status, code] of [
      ['admin', { decision: 'kept' }, 422, 'account-review.own-account'],
      ['qian.qi', { decision: 'kept' }, 409, 'account-review.already-decided'],
      ['nobody', { decision: 'kept' }, 404, 'account-review-item.not-found'],
    ] as const) {
      expect((await decide(name, body).expect(status)).body).toMatchObject({ code });
    }
    const undecided = await list('undecided=true');
    expect(undecided.items.map(({ name }) => name)).toContain('admin');
    expect((await reviews()).items[0]?.undecided).toBe(undecided.items.length);

    const half = new Date(Date.now() - 190 * 86_400_000);
    await gateway.database.execute(
      `update account_review set opened_at = $1::timestamptz, due_at = $1::timestamptz + interval '14 days'`,
      [half],
    );
    expect((await reviews()).items[0]?.overdue).toBe(true);
    await get(OpenReview).round();
    expect((await reviews()).items).toHaveLength(2);
    expect((await get(AccountReviews).newest())?.decided).toBe(0);
  });

  it('the last active admin stays and is reported, and goes as soon as there is another', async () => {
    const { items } = (
      await gateway.http.get('/api/v1/users?role=admin').set('authorization', admin).expect(200)
    ).body as { items: { id: string }[] };
    const [only] = items;
    expect(items).toHaveLength(1);
    const id = only?.id ?? '';
    await follow({ staffNumber: 'A5', accountId: id, roles: ['admin'] });
    await follow({ staffNumber: 'A5', accountId: id, version: 2, status: 'left', mayAct: false });
    expect(await user(id)).toMatchObject({ active: true, roles: ['admin'] });
    expect((await problems()).items).toMatchObject([
      { staffNumber: 'A5', status: 'left', problem: 'last-admin', accountId: id },
    ]);
    expect(await get(FollowStaff).retryPending()).toBe(1);

    const heir = await gateway.makeUser('heir', 'viewer');
    await gateway.http
      .patch(`/api/v1/users/${heir}`)
      .set('authorization', admin)
      .send({ roles: ['admin'] })
      .expect(200);
    admin = `Bearer ${await tokenOf('heir')}`;
    expect(await user(id)).toMatchObject({ active: false, switchedOffBy: 'staff' });
    expect((await problems()).items).toEqual([]);
  });
});
