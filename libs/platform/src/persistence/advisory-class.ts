/** Advisory locks of ours are `(this, hash of what is locked)`; any number, the same everywhere. */
export const ADVISORY_CLASS = 0x5357;
