/** Whom something is for: whoever fits one of the lists; all lists empty is everybody. */
export interface Audience {
  readonly departments: readonly string[];
  readonly posts: readonly string[];
  readonly groups: readonly string[];
}

export interface Addressee {
  readonly departmentCode: string;
  readonly postCode: string;
  readonly groupCode?: string;
}

export const EVERYBODY: Audience = { departments: [], posts: [], groups: [] };

export function isAddressed({ departments, posts, groups }: Audience, who: Addressee): boolean {
  if (departments.length + posts.length + groups.length === 0) return true;
  return (
    departments.includes(who.departmentCode) ||
    posts.includes(who.postCode) ||
    (who.groupCode !== undefined && groups.includes(who.groupCode))
  );
}
