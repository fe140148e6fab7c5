import { inboxPrefixOf, readNatsUrl } from './nats-login';

describe('the address of NATS', () => {
  it('names one server or several', () => {
    expect(readNatsUrl('nats://a:4222, nats://b:4222')).toEqual({
      servers: ['nats://a:4222', 'nats://b:4222'],
    });
  });

  it('may carry a login, which is not part of the server’s name', () => {
    expect(readNatsUrl('nats://ivr:s3cret@nats:4222')).toEqual({
      servers: ['nats://nats:4222'],
      user: 'ivr',
      pass: 's3cret',
    });
  });

  it('may carry the login once for all servers', () => {
    expect(readNatsUrl('tls://ivr:p@a:4222,tls://b:4222')).toEqual({
      servers: ['tls://a:4222', 'tls://b:4222'],
      user: 'ivr',
      pass: 'p',
    });
  });

  it('may carry a password with what a URL has to escape', () => {
    expect(readNatsUrl('nats://ivr:a%40b:c%2F@nats:4222').pass).toBe('a@b:c/');
  });

  it('leads to answers under the service’s own prefix', () => {
    expect(inboxPrefixOf('ivr')).toBe('_INBOX_ivr');
  });
});
