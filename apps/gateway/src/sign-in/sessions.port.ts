/** One sign-in: the family of all refresh tokens that came from it. */
export interface Session {
  readonly id: string;
  readonly userId: string;
  readonly openedAt: Date;
  /** Refreshing does not move it: after this a password is asked for again. */
  readonly expiresAt: Date;
}

/** Only the hash of a refresh token is kept. */
export type TokenHash = Buffer;

export type Rotation =
  | { readonly result: 'rotated'; readonly session: Session }
  | { readonly result: 'unknown' }
  /** The token was used before: somebody has a copy, the session was closed. */
  | { readonly result: 'reused'; readonly session: Session };

export type CloseReason = 'signed-out' | 'refresh-reused' | 'user-changed';

export abstract class Sessions {
  abstract open(session: Session, first: TokenHash): Promise<void>;
  /** Swaps a refresh token for the next; of two that swap the same token at once, the second is a reuse. */
  abstract rotate(used: TokenHash, next: TokenHash, now: Date): Promise<Rotation>;
  abstract close(sessionId: string, reason: CloseReason, now: Date): Promise<void>;
  abstract closeOfUser(userId: string, reason: CloseReason, now: Date, except?: string): Promise<void>;
  abstract isOpen(sessionId: string, now: Date): Promise<boolean>;
}
