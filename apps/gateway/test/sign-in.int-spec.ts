import { ADMIN_PASSWORD, GatewayFixture, PASSWORD } from './gateway-fixture';

let gateway: GatewayFixture;

beforeAll(async () => {
  gateway = await GatewayFixture.open();
});

afterAll(async () => {
  await gateway?.close();
});

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

const tokensOf = async (name: string, password: string): Promise<Tokens> =>
  (await gateway.signIn(name, password).expect(200)).body as Tokens;

const refresh = (refreshToken: string) => gateway.http.post('/api/v1/sign-in/refresh').send({ refreshToken });

const me = (accessToken: string) =>
  gateway.http.get('/api/v1/me').set('authorization', `Bearer ${accessToken}`);

describe('signing in', () => {
  it('gives tokens that tell who is asking', async () => {
    const { body } = await gateway.signIn(' Admin ', ADMIN_PASSWORD).expect(200);
    expect(body).toMatchObject({ tokenType: 'Bearer', expiresIn: 900, refreshToken: expect.any(String) });
    const answer = await me((body as Tokens).accessToken).expect(200);
    expect(answer.body).toMatchObject({ name: 'admin', roles: ['admin'] });
    expect(answer.body.permissions).toContain('user:write');
  });

  it('answers a wrong password and an unknown name alike', async () => {
    const wrong = await gateway.signIn('admin', 'not the password').expect(401);
    const unknown = await gateway.signIn('nobody-of-this-name', 'not the password').expect(401);
    expect(wrong.headers['content-type']).toContain('application/problem+json');
    expect(wrong.body).toMatchObject({ code: 'sign-in.refused', status: 401, instance: '/api/v1/sign-in' });
    const strip = ({ correlationId: _, ...rest }: Record<string, unknown>) => rest;
    expect(strip(unknown.body as Record<string, unknown>)).toEqual(
      strip(wrong.body as Record<string, unknown>),
    );
  });

  it.each(['locked-out', 'never-existed'])('locks %s after five wrong passwords', async (name) => {
    if (name === 'locked-out') await gateway.makeUser(name, 'viewer');
    for (let attempt = 0; attempt < 5; attempt += 1) await gateway.signIn(name, 'wrong').expect(401);
    const { body, headers } = await gateway.signIn(name, PASSWORD).expect(429);
    expect(body).toMatchObject({ code: 'sign-in.locked' });
    expect(Number(headers['retry-after'])).toBeGreaterThan(800);
  });

  it('lets not even simultaneous guesses over the limit', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => gateway.signIn('guessed-at-once', 'wrong')),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
  });

  it('forgets failures after a right password', async () => {
    await gateway.makeUser('clumsy', 'viewer');
    for (let round = 0; round < 2; round += 1) {
      for (let attempt = 0; attempt < 4; attempt += 1) await gateway.signIn('clumsy', 'wrong').expect(401);
      await gateway.signIn('clumsy', PASSWORD).expect(200);
    }
  });

  it('keeps neither password nor refresh token in the database or the log', async () => {
    const { refreshToken } = await tokensOf('admin', ADMIN_PASSWORD);
    const [dump] = await gateway.database.query<{ text: string }>(
      `select (select string_agg(t::text, ' ') from user_account t) ||
              (select string_agg(encode(token_hash, 'escape'), ' ') from refresh_token) ||
              (select string_agg(t::text, ' ') from audit_entry t) as text`,
    );
    for (const secret of [refreshToken, ADMIN_PASSWORD]) {
      expect(dump?.text).not.toContain(secret);
      expect(gateway.logLines.join('')).not.toContain(secret);
    }
  });
});

describe('refreshing', () => {
  it('gives a new pair, and each refresh token works once', async () => {
    const first = await tokensOf('admin', ADMIN_PASSWORD);
    const second = (await refresh(first.refreshToken).expect(200)).body as Tokens;
    expect(second.refreshToken).not.toBe(first.refreshToken);
    await me(second.accessToken).expect(200);
    const third = (await refresh(second.refreshToken).expect(200)).body as Tokens;
    await me(third.accessToken).expect(200);
  });

  it('closes the whole session when a token is used twice', async () => {
    const stolen = await tokensOf('admin', ADMIN_PASSWORD);
    const newer = (await refresh(stolen.refreshToken).expect(200)).body as Tokens;
    const { body } = await refresh(stolen.refreshToken).expect(401);
    expect(body).toMatchObject({ code: 'sign-in.refresh-reused' });
    await refresh(newer.refreshToken).expect(401);
    await me(newer.accessToken).expect(401);
  });

  it('lets one of two that use the same token at once through, and then neither', async () => {
    const { refreshToken } = await tokensOf('admin', ADMIN_PASSWORD);
    const answers = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    const winner = answers.find(({ status }) => status === 200)?.body as Tokens;
    await refresh(winner.refreshToken).expect(401);
  });

  it('refuses a token that was never given', async () => {
    const { body } = await refresh('made-up').expect(401);
    expect(body).toMatchObject({ code: 'sign-in.refresh-invalid' });
  });
});

describe('ending a session', () => {
  it('makes both tokens worthless at once', async () => {
    const tokens = await tokensOf('admin', ADMIN_PASSWORD);
    await me(tokens.accessToken).expect(200);
    await gateway.http
      .post('/api/v1/sign-out')
      .set('authorization', `Bearer ${tokens.accessToken}`)
      .expect(204);
    const { body } = await me(tokens.accessToken).expect(401);
    expect(body).toMatchObject({ code: 'sign-in.token-invalid' });
    await refresh(tokens.refreshToken).expect(401);
  });

  it('happens to everybody whose roles, password or account change', async () => {
    const id = await gateway.makeUser('demoted', 'campaign');
    const admin = await gateway.bearer('admin');
    for (const change of [{ roles: ['viewer'] }, { password: PASSWORD }, { active: false }]) {
      const tokens = await tokensOf('demoted', PASSWORD);
      await me(tokens.accessToken).expect(200);
      await gateway.http.patch(`/api/v1/users/${id}`).set('authorization', admin).send(change).expect(200);
      await me(tokens.accessToken).expect(401);
      await refresh(tokens.refreshToken).expect(401);
    }
    await gateway.signIn('demoted', PASSWORD).expect(401);
  });

  it("spares the session in which one's own password is changed", async () => {
    await gateway.makeUser('careful', 'viewer');
    const here = await tokensOf('careful', PASSWORD);
    const elsewhere = await tokensOf('careful', PASSWORD);
    const change = (currentPassword: string) =>
      gateway.http
        .post('/api/v1/me/password')
        .set('authorization', `Bearer ${here.accessToken}`)
        .send({ currentPassword, newPassword: 'a new long password' });
    expect((await change('wrong').expect(422)).body).toMatchObject({ code: 'user.wrong-password' });
    await change(PASSWORD).expect(204);
    await me(here.accessToken).expect(200);
    await me(elsewhere.accessToken).expect(401);
    await gateway.signIn('careful', 'a new long password').expect(200);
  });
});

describe('sign-in accounts', () => {
  it('are listed page by page, without their passwords', async () => {
    const admin = await gateway.bearer('admin');
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const { body, text } = await gateway.http
        .get('/api/v1/users')
        .query({ limit: 2, ...(cursor !== undefined && { cursor }) })
        .set('authorization', admin)
        .expect(200);
      expect(text).not.toContain('argon2');
      names.push(...(body as { items: { name: string }[] }).items.map(({ name }) => name));
      cursor = (body as { nextCursor?: string }).nextCursor;
    } while (cursor !== undefined);
    expect(names.length).toBeGreaterThan(3);
    expect(names).toEqual([...new Set(names)].sort());
    expect(names).toContain('admin');
  });

  it('refuse a name that is taken, whatever its case', async () => {
    await gateway.makeUser('taken', 'viewer');
    const { body } = await gateway.http
      .post('/api/v1/users')
      .set('authorization', await gateway.bearer('admin'))
      .send({ name: 'Taken', displayName: 'x', roles: ['viewer'], password: PASSWORD })
      .expect(409);
    expect(body).toMatchObject({ code: 'user.already-exists' });
  });

  it('keep one admin', async () => {
    const admin = await gateway.bearer('admin');
    const { body } = await gateway.http.get('/api/v1/me').set('authorization', admin).expect(200);
    const { id } = body as { id: string };
    for (const change of [{ active: false }, { roles: ['viewer'] }]) {
      const refused = await gateway.http
        .patch(`/api/v1/users/${id}`)
        .set('authorization', admin)
        .send(change)
        .expect(422);
      expect(refused.body).toMatchObject({ code: 'user.last-admin' });
    }
  });
});
