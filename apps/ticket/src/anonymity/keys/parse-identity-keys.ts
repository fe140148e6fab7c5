const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;
const KEY = /^[0-9a-fA-F]{64}$/;

export interface IdentityKey {
  readonly id: string;
  readonly key: Buffer;
}

/**
 * Keys out of `id:64 hex digits`, by commas or lines, `#` begins a comment; the first is the current one.
 * @throws Error that names the place, never what stands there
 */
export function parseIdentityKeys(text: string, from: string): readonly IdentityKey[] {
  const entries = text
    .split(/[,\r\n]/)
    .map((entry) => entry.replace(/#.*$/, '').trim())
    .filter((entry) => entry !== '');
  const keys = entries.map((entry, index) => {
    const [id = '', key = ''] = entry.split(':', 2).map((part) => part.trim());
    if (ID.test(id) && KEY.test(key)) return { id, key: Buffer.from(key, 'hex') };
    throw new Error(`${from}: entry ${index + 1} is not <id>:<64 hex digits>`);
  });
  if (new Set(keys.map(({ id }) => id)).size < keys.length) throw new Error(`${from}: an id is given twice`);
  return keys;
}
