import { accountOf } from './agent-account';

describe('an agent’s account', () => {
  const account = accountOf({ sipUser: '1001', secret: 'geheim12345678' });

  it('holds digests in place of the secret', () => {
    expect(JSON.stringify(account)).not.toContain('geheim12345678');
    // printf agent-1001:switchyard:geheim12345678 | md5sum, sha256sum
    expect(account.auth['password_digest']).toBe(
      'MD5:e20fed0d93cf822782dc13f6b3f43497,' +
        'SHA-256:42629f15d918c479f321e4172063aa4cdb4303bece52e118b008abcaa705526d',
    );
  });

  it('leads what the agent dials into the agents’ own context', () => {
    expect(account.endpoint).toMatchObject({ context: 'from-agent', auth: 'agent-1001', aors: 'agent-1001' });
  });
});
