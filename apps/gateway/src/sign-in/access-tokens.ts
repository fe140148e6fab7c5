import { Injectable } from '@nestjs/common';
import { DomainError } from '@switchyard/platform';
import { errors, jwtVerify, SignJWT } from 'jose';
import { SigningKey } from './signing-key';

const ISSUER = 'switchyard';
const AUDIENCE = 'switchyard-api';
const ALGORITHM = 'HS256';

export interface AccessClaims {
  readonly userId: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** Data scope. */
  readonly scope: readonly string[];
  readonly sessionId: string;
  readonly expiresAt: Date;
}

@Injectable()
export class AccessTokens {
  constructor(private readonly key: SigningKey) {}

  sign(claims: AccessClaims): Promise<string> {
    const { userId, name, roles, scope, sessionId, expiresAt } = claims;
    return new SignJWT({ name, roles, scope, sid: sessionId })
      .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(userId)
      .setIssuedAt()
      .setExpirationTime(Math.floor(expiresAt.getTime() / 1000))
      .sign(this.key.bytes);
  }

  /** @throws DomainError `sign-in.token-invalid` for a token that is forged, expired or of another system */
  async verify(token: string, now: Date): Promise<AccessClaims> {
    try {
      const { payload } = await jwtVerify(token, this.key.bytes, {
        issuer: ISSUER,
        audience: AUDIENCE,
        algorithms: [ALGORITHM],
        requiredClaims: ['sub', 'sid', 'exp'],
        currentDate: now,
      });
      const { sub, sid, name, roles, scope, exp } = payload;
      return {
        userId: sub ?? '',
        name: typeof name === 'string' ? name : '',
        roles: textsOf(roles),
        // A token from before there were scopes was of an account that saw all.
        scope: scope === undefined ? ['all'] : textsOf(scope),
        sessionId: typeof sid === 'string' ? sid : '',
        expiresAt: new Date((exp ?? 0) * 1000),
      };
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      const expired = error instanceof errors.JWTExpired;
      throw new DomainError(
        'sign-in.token-invalid',
        expired
          ? 'The access token has expired; get the next one at /api/v1/sign-in/refresh.'
          : 'The access token is not valid; sign in again.',
        { expired },
        { cause: error },
      );
    }
  }
}

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
