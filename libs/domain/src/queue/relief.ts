import { ok, refused, type Result } from '../shared';

/** Who takes over from an agent, as the shift leader has said. */
export type Relief =
  | { readonly kind: 'not-named' }
  | { readonly kind: 'named'; readonly signedIn: boolean }
  /** The shift leader said, with a reason, that nobody needs to come. */
  | { readonly kind: 'not-needed' };

export type SignOutRefusal = 'relief-not-named' | 'relief-not-signed-in';

/**
 * Whether an agent may leave the desk (§7: the outgoing may sign out only after the incoming has signed in). Without a
 * word of the shift leader nobody leaves, the last agent or not: the hotline is open day and night, and only the shift
 * leader sees the roster. The shift leader and the admin may sign anybody out, with a reason that is kept.
 */
export function maySignOut(relief: Relief): Result<true, SignOutRefusal> {
  switch (relief.kind) {
    case 'not-needed':
      return ok(true);
    case 'named':
      return relief.signedIn ? ok(true) : refused('relief-not-signed-in');
    case 'not-named':
      return refused('relief-not-named');
  }
}
