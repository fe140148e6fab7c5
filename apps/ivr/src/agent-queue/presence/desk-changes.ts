/** Tells this process that an agent's state, skills or account changed, so that the PBX is told without waiting. */
export class DeskChanges {
  private readonly listeners: (() => void)[] = [];

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  tell(): void {
    for (const listener of this.listeners) listener();
  }
}
