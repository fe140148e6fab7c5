/** Callers of whom something was heard while somebody listens; costs nothing while nobody does. */
export class HeardCallers {
  private readonly listeners = new Set<Set<string>>();

  note(callId: string): void {
    for (const heard of this.listeners) heard.add(callId);
  }

  /** From now on, until `stop`. */
  listen(): { readonly heard: ReadonlySet<string>; readonly stop: () => void } {
    const heard = new Set<string>();
    this.listeners.add(heard);
    return { heard, stop: () => this.listeners.delete(heard) };
  }
}
