/** A contact that is due now. */
export interface DueContact {
  readonly id: string;
  /** E.164. */
  readonly number: string;
  readonly extension?: string;
  /** Contacts are merged only within one batch kind and language: one call, one template. */
  readonly template: string;
}

/** One call to be placed, with the contacts that it tells, in the order given. */
export interface CallGroup<C extends DueContact> {
  readonly number: string;
  readonly extension?: string;
  readonly contacts: readonly C[];
}

/**
 * Groups due contacts into calls (T2.8): one number, extension and template in one call, at most
 * `maxPerCall` notices. Every contact lands in exactly one group; groups come in the order of their first contact.
 * Pass only contacts that are due: one merged before its time would be called sooner than its spacing. Two
 * groups of one number cannot run at once (one live call per number); that is the claim's matter.
 * @throws RangeError when `maxPerCall` is below 1.
 */
export function mergeByNumber<C extends DueContact>(
  contacts: readonly C[],
  maxPerCall: number,
): readonly CallGroup<C>[] {
  if (!(maxPerCall >= 1)) throw new RangeError(`${maxPerCall} notices per call is less than one`);
  const groups: { number: string; extension?: string; contacts: C[] }[] = [];
  const open = new Map<string, { contacts: C[] }>();
  for (const contact of contacts) {
    const { number, extension, template } = contact;
    const key = JSON.stringify([number, extension ?? '', template]);
    const group = open.get(key);
    if (group && group.contacts.length < maxPerCall) {
      group.contacts.push(contact);
      continue;
    }
    const fresh = { number, ...(extension !== undefined && { extension }), contacts: [contact] };
    groups.push(fresh);
    open.set(key, fresh);
  }
  return groups;
}
