import type { RequestContext } from '@switchyard/contracts';

/** Departments and areas that the asking person may see; nothing for somebody who may see all. */
export function scopeOf({ actor }: RequestContext): { readonly within?: readonly string[] } {
  return actor.scope.includes('all') ? {} : { within: actor.scope };
}
