import { createHash, randomBytes } from 'node:crypto';
import type { TokenHash } from './sessions.port';

/** 256 bits, so that a plain hash of it cannot be turned back. */
export const newRefreshToken = (): string => randomBytes(32).toString('base64url');

export const hashOfToken = (token: string): TokenHash => createHash('sha256').update(token).digest();
