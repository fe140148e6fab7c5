import path from 'node:path';
import type { Type } from '@nestjs/common';
import type { Operation, RequestContext } from '@switchyard/contracts';
import {
  decodeContext,
  InProcessBus,
  InProcessTransport,
  loadConfig,
  Logger,
  type RunningService,
  toEnvelope,
  type Transport,
  UnitOfWork,
} from '@switchyard/platform';
import { startTestPostgres, type TestPostgres } from '@switchyard/testing';
import supertest from 'supertest';
import { GatewayConfig } from '../src/gateway.config';
import { FEATURES } from '../src/gateway.features';
import { runGateway } from '../src/run-gateway';
import type { Role } from '../src/access/roles';

export const ADMIN_PASSWORD = 'first admin of the tests';
export const PASSWORD = 'somebody of the tests';

export type Answers<Request extends object, Reply extends object> = (
  request: Request,
  context: RequestContext,
) => Reply | Promise<Reply>;

/** A gateway that listens, on a Postgres of its own; the services behind it are played by the test. */
export class GatewayFixture {
  private readonly tokens = new Map<string, string>();

  private constructor(
    readonly postgres: TestPostgres,
    readonly bus: InProcessBus,
    readonly service: RunningService,
    readonly logLines: string[],
  ) {}

  /** `features` come in addition to those of the gateway; without a transport services are asked over `bus`. */
  static async open(
    environment: Readonly<Record<string, string>> = {},
    features: readonly Type[] = [],
    transport?: Transport,
  ): Promise<GatewayFixture> {
    const postgres = await startTestPostgres('gateway');
    try {
      const bus = new InProcessBus();
      const config = loadConfig(GatewayConfig, {
        GATEWAY_HTTP_PORT: '0',
        GATEWAY_ADMIN_PASSWORD: ADMIN_PASSWORD,
        GATEWAY_SIGN_IN_RATE_PER_MINUTE: '1000',
        GATEWAY_RATE_PER_MINUTE: '100000',
        DATABASE_URL: postgres.url('gateway'),
        FILES_DIR: path.join(postgres.folder, 'files'),
        ...environment,
      });
      const logLines: string[] = [];
      const destination = { write: (line: string) => void logLines.push(line) };
      const logger = Logger.create({ name: 'gateway', level: 'warn', destination });
      const options = { transport: transport ?? new InProcessTransport(bus), logger };
      const service = await runGateway(config, options, [...FEATURES, ...features]);
      return new GatewayFixture(postgres, bus, service, logLines);
    } catch (error) {
      await postgres.remove();
      throw error;
    }
  }

  get http() {
    return supertest(this.service.url);
  }

  get database(): UnitOfWork {
    return this.service.app.get(UnitOfWork, { strict: false });
  }

  /** Plays the service that answers an operation; playing it again replaces it. */
  answer<Request extends object, Reply extends object>(
    operation: Operation<Request, Reply>,
    handle: Answers<Request, Reply>,
  ): void {
    this.bus.leave(operation.subject);
    this.bus.serve(operation.subject, async (_subject, json, header) => {
      try {
        return JSON.stringify({
          response: await handle(JSON.parse(json) as Request, decodeContext(header)),
        });
      } catch (error) {
        return JSON.stringify({ err: toEnvelope(error) });
      }
    });
  }

  signIn(name: string, password: string): supertest.Test {
    return this.http.post('/api/v1/sign-in').send({ name, password });
  }

  /** `Bearer …` of a user with this role, made at first use. */
  async bearer(role: Role): Promise<string> {
    const known = this.tokens.get(role);
    if (known !== undefined) return known;
    const name = role === 'admin' ? 'admin' : `the-${role}`;
    if (role !== 'admin') await this.makeUser(name, role);
    const answer = await this.signIn(name, role === 'admin' ? ADMIN_PASSWORD : PASSWORD).expect(200);
    const bearer = `Bearer ${(answer.body as { accessToken: string }).accessToken}`;
    this.tokens.set(role, bearer);
    return bearer;
  }

  async makeUser(name: string, role: Role): Promise<string> {
    const answer = await this.http
      .post('/api/v1/users')
      .set('authorization', await this.bearer('admin'))
      .send({ name, displayName: name, roles: [role], password: PASSWORD })
      .expect(201);
    return (answer.body as { id: string }).id;
  }

  async close(): Promise<void> {
    await this.service.stop();
    await this.postgres.remove();
  }
}
