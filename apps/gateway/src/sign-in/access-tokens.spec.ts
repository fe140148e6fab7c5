import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { AccessTokens } from './access-tokens';
import { SigningKey } from './signing-key';

const now = new Date('2026-03-02T01:00:00Z');
const claims = {
  userId: 'user-1',
  name: 'li.na',
  roles: ['campaign'],
  scope: ['320102'],
  sessionId: 'session-1',
  expiresAt: new Date('2026-03-02T01:15:00Z'),
};

describe('access tokens', () => {
  const key = new SigningKey(randomBytes(32));
  const tokens = new AccessTokens(key);

  it('carry who, with which roles and scope, in which session, until when', async () => {
    await expect(tokens.verify(await tokens.sign(claims), now)).resolves.toEqual(claims);
  });

  it('end when they say', async () => {
    const token = await tokens.sign(claims);
    await expect(tokens.verify(token, new Date('2026-03-02T01:15:01Z'))).rejects.toMatchObject({
      code: 'sign-in.token-invalid',
      details: { expired: true },
    });
  });

  it.each([
    ['garbage', async () => 'a.b.c'],
    ['signed with another key', () => new AccessTokens(new SigningKey(randomBytes(32))).sign(claims)],
    [
      'not signed at all',
      async () => {
        const [, payload = ''] = (await tokens.sign(claims)).split('.');
        return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
      },
    ],
    [
      'of another system with the same key',
      () =>
        new SignJWT({ sid: 's' })
          .setProtectedHeader({ alg: 'HS256' })
          .setIssuer('other')
          .setAudience('switchyard-api')
          .setSubject('user-1')
          .setExpirationTime(new Date('2026-03-02T02:00:00Z'))
          .sign(key.bytes),
    ],
  ])('are refused when %s', async (_name, make) => {
    await expect(tokens.verify(await make(), now)).rejects.toMatchObject({ code: 'sign-in.token-invalid' });
  });
});
