/** Where NATS is, and as whom to sign in. */
export interface NatsLogin {
  readonly servers: string[];
  readonly user?: string;
  readonly pass?: string;
}

/** Reads NATS_URL: `nats://user:password@host:4222`, several separated by commas; the first login named holds for all. */
export function readNatsUrl(url: string): NatsLogin {
  const servers = url.split(',').map((server) => server.trim());
  const login = servers.map((server) => /^[a-z]+:\/\/([^@/]*)@/.exec(server)?.[1]).find(Boolean);
  const bare = servers.map((server) => server.replace(/\/\/[^@/]*@/, '//'));
  if (login === undefined) return { servers: bare };
  const [user = '', ...password] = login.split(':');
  return { servers: bare, user: decodeURIComponent(user), pass: decodeURIComponent(password.join(':')) };
}

/** Answers to a service come under a prefix of its own, so that a login can be kept from reading others'. */
export function inboxPrefixOf(service: string): string {
  return `_INBOX_${service}`;
}
