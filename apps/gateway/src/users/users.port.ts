import type { Role } from '../access/roles';

/** What staff switched off, staff switch on again; the others only a hand. */
export type SwitchedOffBy = 'hand' | 'staff' | 'review';

/** A sign-in account of a person or of a program. */
export interface User {
  readonly id: string;
  /** What is typed at sign-in: lower case, unique. */
  readonly name: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  /** `all`, or codes of departments and areas of the service desk. */
  readonly scope: readonly string[];
  readonly active: boolean;
  /** Why it is off; null while it is on. */
  readonly switchedOffBy: SwitchedOffBy | null;
  /** Whose account it is; null for one of a program, or of nobody yet. */
  readonly staffNumber: string | null;
  readonly passwordHash: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type UserChange = Partial<
  Pick<User, 'displayName' | 'roles' | 'scope' | 'active' | 'switchedOffBy' | 'staffNumber' | 'passwordHash'>
>;

export interface UserFilter {
  readonly active?: boolean;
  readonly role?: Role;
  /** Only accounts of staff, or only others. */
  readonly ofStaff?: boolean;
  /** Part of the name or of the shown name. */
  readonly text?: string;
}

export interface UsersPage {
  readonly items: readonly User[];
  readonly nextCursor?: string;
}

export abstract class Users {
  abstract findByName(name: string): Promise<User | undefined>;
  abstract findById(id: string): Promise<User | undefined>;
  /** False when the name is taken. */
  abstract add(user: User): Promise<boolean>;
  /** Answers the changed user, undefined when there is none. */
  abstract change(id: string, change: UserChange, at: Date): Promise<User | undefined>;
  abstract isEmpty(): Promise<boolean>;
  /** Active admins, locked until the end of the transaction, so that two of them cannot demote each other. */
  abstract lockActiveAdmins(): Promise<readonly string[]>;
  /** The same user; nobody else can change it until the transaction ends. */
  abstract lock(id: string): Promise<User | undefined>;
  /** By name. */
  abstract list(filter: UserFilter, limit: number, cursor?: string): Promise<UsersPage>;
}
