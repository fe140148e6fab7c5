import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { COMMON_ERRORS } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, PUBLIC_ROUTE } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { stateOf } from '../request-context/request-state';
import { AccessTokens } from '../sign-in/access-tokens';
import { OpenSessions } from '../sign-in/open-sessions';
import { PERMISSION } from './permission.decorator';
import type { PermissionName } from './permissions';
import { permissionsOf } from './roles';

const BEARER = /^Bearer ([\w.~+/-]+=*)$/i;

/** Finds out who asks, and lets pass only what the route's permission allows. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
    private readonly openSessions: OpenSessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const targets = [execution.getHandler(), execution.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC_ROUTE, targets)) return true;
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    await this.authenticate(request);
    const { actor } = stateOf(request);
    const permission = this.reflector.getAllAndOverride<PermissionName | undefined>(PERMISSION, targets);
    if (permission !== undefined && actor.permissions.includes(permission)) return true;
    throw new DomainError(
      COMMON_ERRORS.forbidden,
      `This needs the permission ${permission ?? '(none declared)'}; ask an admin for a role that has it.`,
      { permission },
    );
  }

  private async authenticate(request: FastifyRequest): Promise<void> {
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) {
      throw new DomainError(
        'sign-in.required',
        'Sign in at POST /api/v1/sign-in and send the access token as `Authorization: Bearer …`.',
      );
    }
    const claims = await this.tokens.verify(token, this.clock.now());
    if (!(await this.openSessions.isOpen(claims.sessionId))) {
      throw new DomainError('sign-in.token-invalid', 'The session has ended; sign in again.', {
        expired: true,
      });
    }
    const state = stateOf(request);
    state.sessionId = claims.sessionId;
    state.tokenExpiresAt = claims.expiresAt;
    state.actor = {
      id: claims.userId,
      name: claims.name,
      roles: claims.roles,
      permissions: permissionsOf(claims.roles),
      scope: claims.scope,
    };
  }
}
