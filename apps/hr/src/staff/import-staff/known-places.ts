import { Injectable } from '@nestjs/common';
import type { StaffTierWord } from '@switchyard/contracts';
import { OrganisationStore } from '../organisation-store.port';
import type { StaffRecord } from '../staff-register.port';

/** What rows of an import may name: codes and names of what is in use, and who is there. */
export interface KnownPlaces {
  /** Codes by code or Chinese name. */
  readonly departments: ReadonlyMap<string, string>;
  readonly posts: ReadonlyMap<
    string,
    { readonly code: string; readonly tier: StaffTierWord; readonly admin: boolean }
  >;
  readonly groups: ReadonlyMap<string, { readonly code: string; readonly departmentCode: string }>;
  readonly skills: ReadonlyMap<string, string>;
  readonly staff: ReadonlyMap<string, StaffRecord>;
  /** Whether who imports may make admins. */
  readonly mayMakeAdmins: boolean;
  /** Sign-in account of who imports. */
  readonly importedBy: string;
  /** YYYY-MM-DD in China. */
  readonly today: string;
}

/** Codes and names of places, read once for a table. */
@Injectable()
export class Places {
  constructor(private readonly organisation: OrganisationStore) {}

  async read(): Promise<Pick<KnownPlaces, 'departments' | 'posts' | 'groups' | 'skills'>> {
    const inUse = <T extends { readonly active: boolean }>(all: readonly T[]) =>
      all.filter(({ active }) => active);
    const posts = inUse(await this.organisation.posts());
    return {
      departments: named(inUse(await this.organisation.departments()), ({ code }) => code),
      posts: named(posts, ({ code, tier, roles }) => ({ code, tier, admin: roles.includes('admin') })),
      groups: named(inUse(await this.organisation.groups()), ({ code, departmentCode }) => ({
        code,
        departmentCode,
      })),
      skills: named(inUse(await this.organisation.skills()), ({ code }) => code),
    };
  }
}

function named<T extends { readonly code: string; readonly nameZh: string }, Value>(
  all: readonly T[],
  valueOf: (one: T) => Value,
): ReadonlyMap<string, Value> {
  const map = new Map<string, Value>();
  for (const one of all) map.set(one.nameZh, valueOf(one));
  for (const one of all) map.set(one.code, valueOf(one));
  return map;
}
