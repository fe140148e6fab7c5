import { Passwords } from './passwords';

describe('passwords', () => {
  const passwords = new Passwords(() => new Error('busy'));

  it('are kept as argon2id with 19 MiB and two passes', async () => {
    expect(await passwords.hash('correct horse battery')).toMatch(
      /^\$argon2id\$v=19\$m=19456,(t=2,p=1|p=1,t=2)\$/,
    );
  });

  it('match themselves only', async () => {
    const hash = await passwords.hash('correct horse battery');
    await expect(passwords.matches(hash, 'correct horse battery')).resolves.toBe(true);
    await expect(passwords.matches(hash, 'Correct horse battery')).resolves.toBe(false);
  });

  it('match nothing when nobody has the name', async () => {
    await expect(passwords.matches(undefined, 'correct horse battery')).resolves.toBe(false);
  });
});
