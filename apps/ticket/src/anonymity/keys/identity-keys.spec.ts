import { ConfiguredIdentityKeys } from './configured-identity-keys';
import { IdentityCipher } from './identity-cipher';
import { parseIdentityKeys } from './parse-identity-keys';

const HEX = { old: 'a1'.repeat(32), next: 'b2'.repeat(32) };
const cipherOf = (text: string) =>
  new IdentityCipher(new ConfiguredIdentityKeys(parseIdentityKeys(text, 'keys')));
const identity = { name: '赵敏', phone: '+8613900010009' };

describe('keys of identities', () => {
  it('are read by commas or lines, with comments, the first current', () => {
    const text = `# of this year\n k2 : ${HEX.next} # since March\n\nk1:${HEX.old}`;
    expect(parseIdentityKeys(text, 'file').map(({ id }) => id)).toEqual(['k2', 'k1']);
    expect(parseIdentityKeys(`k1:${HEX.old},k2:${HEX.next}`, 'variable')).toHaveLength(2);
    expect(parseIdentityKeys('', 'variable')).toEqual([]);
  });

  it.each([`k1:${HEX.old.slice(1)}`, `k 1:${HEX.old}`, HEX.old, `k1:${HEX.old},k1:${HEX.next}`])(
    'that are wrong stop the start without being told (%#)',
    (text) => {
      expect(() => parseIdentityKeys(text, 'TICKET_IDENTITY_KEYS')).toThrow(
        /^TICKET_IDENTITY_KEYS: (?!.*a1a1)/,
      );
    },
  );
});

describe('an identity', () => {
  it('is read again by the key that it was encrypted under, also when another is current', async () => {
    const kept = await cipherOf(`k1:${HEX.old}`).seal(identity, 'W1');
    expect(kept.keyId).toBe('k1');
    expect(Buffer.concat([kept.sealed, kept.wrapped]).includes('赵敏')).toBe(false);
    expect(await cipherOf(`k2:${HEX.next},k1:${HEX.old}`).unseal(kept, 'W1')).toEqual(identity);
  });

  it('is never encrypted twice alike', async () => {
    const cipher = cipherOf(`k1:${HEX.old}`);
    const [one, two] = [await cipher.seal(identity, 'W1'), await cipher.seal(identity, 'W1')];
    expect(one.sealed.equals(two.sealed)).toBe(false);
  });

  it('is not read without its key, and the key is named', async () => {
    const kept = await cipherOf(`k1:${HEX.old}`).seal(identity, 'W1');
    await expect(cipherOf(`k2:${HEX.next}`).unseal(kept, 'W1')).rejects.toMatchObject({
      code: 'identity.key-unavailable',
      details: { keyId: 'k1' },
    });
  });

  it('is not read by another key of the same id, nor when it belongs to another work order, nor when a bit was changed', async () => {
    const cipher = cipherOf(`k1:${HEX.old}`);
    const kept = await cipher.seal(identity, 'W1');
    await expect(cipherOf(`k1:${HEX.next}`).unseal(kept, 'W1')).rejects.toThrow();
    await expect(cipher.unseal(kept, 'W2')).rejects.toThrow();
    const sealed = Buffer.from(kept.sealed);
    sealed[sealed.length - 1] = (sealed[sealed.length - 1] ?? 0) ^ 1;
    await expect(cipher.unseal({ ...kept, sealed }, 'W1')).rejects.toThrow();
  });

  it('is not kept at all without a key', async () => {
    await expect(cipherOf('').seal(identity, 'W1')).rejects.toMatchObject({
      code: 'identity.key-unavailable',
    });
  });
});
