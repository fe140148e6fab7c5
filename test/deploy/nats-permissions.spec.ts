import * as contracts from '@switchyard/contracts';
import { GATHERED_AT_MOST } from '@switchyard/platform';
import { readRepositoryFile } from './compose-file.fixture';
import { sourceFiles } from './source-files.fixture';

interface Login {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
  readonly mayAnswer: boolean;
  /** Messages with which one request may be answered. */
  readonly answersOfOne: number;
}

const OWNERS = ['ivr', 'ticket', 'hr'];
const logins = readLogins(readRepositoryFile('deploy/nats/nats.conf'));
const subjects = [
  ...new Set(
    Object.values<unknown>(contracts).flatMap((value) =>
      typeof value === 'object' && value !== null && 'subject' in value ? [String(value.subject)] : [],
    ),
  ),
];
const operations = subjects.filter((subject) => !subject.includes('.event.'));
const events = subjects.filter((subject) => subject.includes('.event.'));

function readLogins(conf: string): ReadonlyMap<string, Login> {
  const sections = conf
    .replace(/#.*$/gm, '')
    .split(/\buser: /)
    .slice(1);
  const list = (section: string, name: string): string[] =>
    [
      ...(new RegExp(`${name}: \\{ allow: \\[([^\\]]*)\\]`).exec(section)?.[1] ?? '').matchAll(/"([^"]+)"/g),
    ].map(([, subject = '']) => subject);
  return new Map(
    sections.map((section) => [
      section.slice(0, section.indexOf('\n')).trim(),
      {
        publish: list(section, 'publish'),
        subscribe: list(section, 'subscribe'),
        mayAnswer: section.includes('allow_responses'),
        answersOfOne: Number(/allow_responses: \{ max: (\d+)/.exec(section)?.[1] ?? 0),
      },
    ]),
  );
}

/** Whether a pattern with `*` and `>` covers a subject. */
function covers(pattern: string, subject: string): boolean {
  const tokens = subject.split('.');
  const wanted = pattern.split('.');
  return wanted.at(-1) === '>'
    ? tokens.length >= wanted.length && wanted.slice(0, -1).every(matches)
    : tokens.length === wanted.length && wanted.every(matches);
  function matches(token: string, index: number): boolean {
    return token === '*' || token === tokens[index];
  }
}

const may = (login: string, verb: 'publish' | 'subscribe', subject: string): boolean =>
  logins.get(login)?.[verb].some((pattern) => covers(pattern, subject)) ?? false;
const who = (verb: 'publish' | 'subscribe', subject: string): string[] =>
  [...logins.keys()].filter((login) => may(login, verb, subject));
const ownerOf = (subject: string): string => subject.slice(0, subject.indexOf('.'));
const streamOf = (subject: string): string => `EVENTS_${ownerOf(subject).toUpperCase()}`;

const namesOf = (subject: string): string[] =>
  Object.entries(contracts as unknown as Record<string, { subject?: string }>).flatMap(([name, contract]) =>
    contract.subject === subject ? [name] : [],
  );
/** Services beside the gateway that name another's operation in their sources: they call it. */
const sources = [...sourceFiles()];
const callers = new Map(
  operations.map((subject) => {
    const named = new RegExp(`\\b(?:${namesOf(subject).join('|')})\\b`);
    const apps = OWNERS.filter((app) =>
      [...sources].some(([file, text]) => file.startsWith(`apps/${app}/`) && named.test(text)),
    );
    return [subject, apps.filter((app) => app !== ownerOf(subject))];
  }),
);

const reactions = [...sourceFiles()].flatMap(([file, text]) =>
  [...text.matchAll(/@OnEvent\((\w+), \{ durable: '([\w-]+)' \}\)/g)].map(
    ([, contract = '', durable = '']) => ({
      app: /^apps\/(\w+)\//.exec(file)?.[1] ?? file,
      durable,
      subject: (contracts as unknown as Record<string, { subject: string }>)[contract]?.subject ?? contract,
    }),
  ),
);

describe('permissions at NATS', () => {
  it('are given to a login for each service', () => {
    expect([...logins.keys()]).toEqual(['gateway', 'ivr', 'ticket', 'hr']);
    expect(operations.length).toBeGreaterThan(20);
    expect(events.length).toBeGreaterThan(5);
  });

  it('know that menus ask the service desk', () => {
    expect(callers.get('ticket.command.open-work-order.v1')).toEqual(['ivr']);
  });

  it.each(operations)(
    'let the gateway and those who need it call %s, and its owner alone answer',
    (subject) => {
      expect(who('publish', subject)).toEqual(['gateway', ...(callers.get(subject) ?? [])]);
      expect(who('subscribe', subject)).toEqual([ownerOf(subject)]);
      expect(logins.get(ownerOf(subject))?.mayAnswer).toBe(true);
    },
  );

  it('let the service desk answer each question of a gathered message by itself', () => {
    expect(logins.get('ticket')?.answersOfOne).toBeGreaterThanOrEqual(GATHERED_AT_MOST);
  });

  it.each(events)('let the owner alone publish %s and make its stream', (subject) => {
    const owner = ownerOf(subject);
    expect(who('publish', subject)).toEqual([owner]);
    expect(who('subscribe', subject)).toEqual([]);
    for (const verb of ['INFO', 'CREATE']) {
      expect(may(owner, 'publish', `$JS.API.STREAM.${verb}.${streamOf(subject)}`)).toBe(true);
    }
  });

  it('know every reaction to an event', () => {
    expect(reactions.map(({ durable }) => durable)).toEqual(
      expect.arrayContaining(['ivr-payments', 'ticket-human-requests']),
    );
  });

  it.each(reactions)('let $app alone consume $subject as $durable', ({ app, durable, subject }) => {
    const consumer = `${streamOf(subject)}.${durable}`;
    for (const needed of [
      `$JS.API.CONSUMER.CREATE.${consumer}.${subject}`,
      `$JS.API.CONSUMER.INFO.${consumer}`,
      `$JS.API.CONSUMER.MSG.NEXT.${consumer}`,
      `$JS.ACK.${consumer}.1.1.1.1.1`,
    ]) {
      expect([needed, who('publish', needed)]).toEqual([needed, [app]]);
    }
    expect(may(app, 'publish', `$JS.API.STREAM.INFO.${streamOf(subject)}`)).toBe(true);
  });

  it('let nobody change, empty or delete a stream, or read one past a consumer', () => {
    for (const owner of OWNERS) {
      const stream = `EVENTS_${owner.toUpperCase()}`;
      for (const verb of ['UPDATE', 'DELETE', 'PURGE', 'MSG.DELETE', 'MSG.GET', 'RESTORE', 'SNAPSHOT']) {
        expect(who('publish', `$JS.API.STREAM.${verb}.${stream}`)).toEqual([]);
      }
      expect(who('publish', `$JS.API.CONSUMER.DELETE.${stream}.ivr-payments`)).toEqual([]);
    }
  });

  it('let each service hear its own answers only', () => {
    for (const login of logins.keys()) expect(who('subscribe', `_INBOX_${login}.abc.1`)).toEqual([login]);
    expect(who('subscribe', '_INBOX.abc')).toEqual([]);
  });
});
