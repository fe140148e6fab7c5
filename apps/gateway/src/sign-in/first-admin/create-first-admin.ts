import { randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Logger, Passwords } from '@switchyard/platform';
import { GatewayConfig } from '../../gateway.config';
import { Users } from '../../users/users.port';

export const FIRST_ADMIN = 'admin';

/**
 * Makes the first sign-in account where there is none: `admin`, with the configured password or with one
 * made by lot and logged this once. There is no default password.
 */
@Injectable()
export class CreateFirstAdmin {
  private readonly logger: Logger;

  constructor(
    private readonly users: Users,
    private readonly passwords: Passwords,
    private readonly config: GatewayConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.named('FirstAdmin');
  }

  async execute(): Promise<void> {
    if (!(await this.users.isEmpty())) return;
    const password = this.config.adminPassword ?? randomBytes(18).toString('base64url');
    const now = this.clock.now();
    const added = await this.users.add({
      id: randomUUID(),
      name: FIRST_ADMIN,
      displayName: 'Administrator',
      roles: ['admin'],
      scope: ['all'],
      active: true,
      switchedOffBy: null,
      staffNumber: null,
      passwordHash: await this.passwords.hash(password),
      createdAt: now,
      updatedAt: now,
    });
    // Another process that started at the same moment was first; it has told its password.
    if (!added) return;
    this.logger.warn(
      this.config.adminPassword === undefined
        ? `First start: sign in as "${FIRST_ADMIN}" with the password ${password} (shown this once; change it at POST /api/v1/me/password).`
        : `First start: sign in as "${FIRST_ADMIN}" with the password of GATEWAY_ADMIN_PASSWORD.`,
    );
  }
}
