import { CreateOutboxAndInbox1700000000000 } from './1700000000000-create-outbox-and-inbox';

/** Run in every service's schema, before its own. */
export const PLATFORM_MIGRATIONS = [CreateOutboxAndInbox1700000000000];
