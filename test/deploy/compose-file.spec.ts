import { bindingsOf, loadConfig, type ServiceConfig } from '@switchyard/platform';
import { asteriskPlaceholders } from '../../libs/testing/src/lab/asterisk/render-config';
import { GatewayConfig } from '../../apps/gateway/src/gateway.config';
import { HrConfig } from '../../apps/hr/src/hr.config';
import { DialerConfig } from '../../apps/ivr/src/dialer/dialer.config';
import { IvrConfig } from '../../apps/ivr/src/ivr.config';
import { PromptsConfig } from '../../apps/ivr/src/prompts';
import { TelephonyConfig } from '../../apps/ivr/src/telephony/telephony.config';
import { TicketConfig } from '../../apps/ticket/src/ticket.config';
import {
  composeFile,
  dockerfileStage,
  interpolate,
  readRepositoryFile,
  requiredVariables,
} from './compose-file.fixture';

type ConfigClass = new () => object;

const CONFIGS: Readonly<Record<string, readonly ConfigClass[]>> = {
  gateway: [GatewayConfig],
  ticket: [TicketConfig],
  hr: [HrConfig],
  ivr: [IvrConfig, DialerConfig, PromptsConfig, TelephonyConfig],
};
const APPS = Object.keys(CONFIGS);
const SECRET_NAME = /PASSWORD|SECRET|TOKEN_KEY/;

const { services, volumes } = composeFile();
const serviceNames = Object.keys(services);
const environmentOf = (service: string): [string, string][] =>
  Object.entries(services[service]?.environment ?? {});
const random = (name: string): string | undefined =>
  SECRET_NAME.test(name) ? 'k0123456789abcdef0123456789abcdef01234567' : undefined;
const knownTo = (app: string): string[] =>
  (CONFIGS[app] ?? []).flatMap((Config) =>
    bindingsOf(Config.prototype as object).map(({ variable }) => variable),
  );

describe('the compose file', () => {
  it('holds every service of the platform and what they need', () => {
    expect(serviceNames).toEqual(expect.arrayContaining([...APPS, 'postgres', 'nats', 'asterisk']));
  });

  it.each(APPS)('sets only variables that %s knows', (app) => {
    const known = knownTo(app);
    expect(environmentOf(app).filter(([name]) => !known.includes(name))).toEqual([]);
  });

  it.each(APPS)('gives %s a configuration that it accepts', (app) => {
    const env = Object.fromEntries(
      environmentOf(app).map(([name, value]) => [name, interpolate(value, random)]),
    );
    for (const Config of CONFIGS[app] ?? []) expect(() => loadConfig(Config, env)).not.toThrow();
    expect(env['DATABASE_URL']).toMatch(
      new RegExp(`^postgres://${app}:k[0-9a-f]+@postgres:5432/switchyard$`),
    );
    expect(env['NATS_URL']).toMatch(new RegExp(`^nats://${app}:k[0-9a-f]+@nats:4222$`));
  });

  it.each(APPS)('expects %s on the port that its health check asks', (app) => {
    const [Config] = CONFIGS[app] ?? [];
    const { httpPort } = new (Config as new () => ServiceConfig)();
    expect(dockerfileStage('deploy/Dockerfile', app)).toContain(`"is-ready.mjs", "${httpPort}"`);
  });

  it('sets only variables that Asterisk’s start knows', () => {
    const known = [...asteriskPlaceholders().keys(), 'EXTERNAL_ADDRESS'];
    expect(environmentOf('asterisk').filter(([name]) => !known.includes(name))).toEqual([]);
  });

  it('gives Asterisk every value that it demands', () => {
    const demanded = [...asteriskPlaceholders()].filter(([, value]) => value === undefined);
    const given = environmentOf('asterisk').map(([name]) => name);
    expect(demanded.filter(([name]) => !given.includes(name))).toEqual([]);
  });

  it.each(serviceNames)('has a health check for %s, or says that it needs none', (name) => {
    const { healthcheck, build } = services[name] ?? {};
    if (healthcheck) return;
    expect(build && dockerfileStage(build.dockerfile, build.target)).toMatch(/^HEALTHCHECK /m);
  });

  it('lets only the smoke test’s own program run without a health check', () => {
    const without = serviceNames.filter((name) => {
      const { build } = services[name] ?? {};
      return build && /^HEALTHCHECK NONE/m.test(dockerfileStage(build.dockerfile, build.target));
    });
    expect(without).toEqual(['smoke']);
  });

  it('knows no default password: each is demanded of .env', () => {
    const secrets = serviceNames.flatMap((name) =>
      environmentOf(name).filter(
        ([variable, value]) => SECRET_NAME.test(variable) || /:\/\/[^/]*@/.test(value),
      ),
    );
    expect(secrets.length).toBeGreaterThan(15);
    for (const [, value] of secrets) {
      expect(value).toMatch(/^(?:\w+:\/\/\w+:)?\$\{[A-Z_]+:\?[^}]+\}(?:@[\w:/]+)?$/);
    }
  });

  it('says what to do where a demanded value is missing', () => {
    const text = readRepositoryFile('docker-compose.yml');
    const reasons = [...text.matchAll(/\$\{[A-Z_]+:\?([^}]*)\}/g)].map(([, reason]) => reason);
    expect(new Set(reasons)).toEqual(new Set(['is not set - run deploy/init-env first']));
    expect(requiredVariables()).toContain('TRUNK_HOST');
  });

  it('restarts everything but the parts of the smoke test', () => {
    for (const [name, { restart, profiles }] of Object.entries(services)) {
      expect([name, restart]).toEqual([name, profiles?.includes('smoke') ? undefined : 'unless-stopped']);
    }
  });

  it('calls nobody under a test policy unless told so', () => {
    const lab = services['ivr']?.environment?.['IVR_TRUNK_IS_LAB'] ?? '';
    expect(interpolate(lab, () => undefined)).toBe('false');
  });

  it('keeps what must survive in named volumes, and shares speech and files where they are used', () => {
    const users = (volume: string): string[] =>
      serviceNames.filter((name) => services[name]?.volumes?.some((mount) => mount.startsWith(`${volume}:`)));
    expect(Object.fromEntries(Object.keys(volumes).map((volume) => [volume, users(volume)]))).toEqual({
      postgres: ['postgres'],
      nats: ['nats'],
      files: ['ticket', 'ivr', 'gateway'],
      prompts: ['asterisk', 'ivr'],
      recordings: ['asterisk', 'ivr'],
      pbx: ['asterisk'],
      'pbx-log': ['asterisk'],
    });
  });

  it('keeps no volume that the guide does not name for the service', () => {
    const guide = readRepositoryFile('docs/operations.md');
    for (const [name, { volumes: mounts = [] }] of Object.entries(services)) {
      const row = guide.split('\n').find((line) => line.startsWith(`| \`${name}\` `)) ?? '';
      const named = mounts.map((mount) => mount.split(':')[0] ?? '').filter((volume) => volume in volumes);
      expect([name, named.filter((volume) => !row.includes(`\`${volume}\``))]).toEqual([name, []]);
    }
  });

  it('lets the PBX show and know the number that customers see', () => {
    const given = (name: string) => (name === 'IVR_CALLER_ID' ? '96598' : undefined);
    const shown = (service: string, variable: string) =>
      interpolate(services[service]?.environment?.[variable] ?? '', given);
    expect(shown('asterisk', 'HOTLINE_NUMBER')).toBe('96598');
    expect(shown('ivr', 'IVR_CALLER_ID')).toBe('96598');
    expect(interpolate(services['asterisk']?.environment?.['HOTLINE_NUMBER'] ?? '', () => undefined)).toBe(
      asteriskPlaceholders().get('HOTLINE_NUMBER'),
    );
  });

  it('runs the services as an unprivileged user', () => {
    for (const app of APPS) {
      const stage = dockerfileStage('deploy/Dockerfile', app);
      const users = [...stage.matchAll(/^USER (\w+)/gm)].map(([, user]) => user);
      expect(users.at(-1) ?? 'node').toBe('node');
    }
    expect(dockerfileStage('deploy/Dockerfile', 'service')).toMatch(/^USER node$/m);
  });
});
