import type { Readable } from 'node:stream';

/** Nest token of the service's FileStore. */
export const FILE_STORE = Symbol('FileStore');

/** A file as the store has it. */
export interface StoredFile {
  readonly key: string;
  /** When it was stored. */
  readonly storedAt: Date;
}

/** Recordings, letters, exports. A key is a relative path of letters, digits, `.`, `_`, `-` and `/`. */
export interface FileStore {
  /** Stores the whole stream under the key or nothing; replaces what was there. */
  put(key: string, content: Readable | Buffer | string): Promise<void>;

  /** @throws FileMissing */
  get(key: string): Promise<Readable>;

  has(key: string): Promise<boolean>;

  /** Every file whose key begins with `<folder>/`, in no order; none where there is no such folder. */
  list(folder: string): AsyncIterable<StoredFile>;

  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
}

/** Thrown when nothing is stored under a key. */
export class FileMissing extends Error {
  constructor(key: string) {
    super(`no file is stored under ${key}`);
    this.name = 'FileMissing';
  }
}

/** Thrown for a key that is empty, absolute, leaves the store, or has other characters. */
export class BadFileKey extends Error {
  constructor(key: string) {
    super(`bad file key ${JSON.stringify(key)}: use letters, digits, ".", "_", "-" and "/" between names`);
    this.name = 'BadFileKey';
  }
}

const NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** @throws BadFileKey */
export function assertFileKey(key: string): void {
  if (key.length > 500 || !key.split('/').every((name) => NAME.test(name))) throw new BadFileKey(key);
}
