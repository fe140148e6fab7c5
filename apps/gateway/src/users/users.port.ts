import type { Role } from '../access/permissions';

/** A sign-in account of a person or of a program. */
export interface User {
  readonly id: string;
  /** What is typed at sign-in: lower case, unique. */
  readonly name: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  readonly passwordHash: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type UserChange = Partial<Pick<User, 'displayName' | 'roles' | 'active' | 'passwordHash'>>;

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
  /** By name. */
  abstract list(limit: number, cursor?: string): Promise<UsersPage>;
}
