/** Lets a loop sleep until there may be work: woken by `kick`, at the latest after the given time. */
export class WakeUp {
  private kicked = false;
  private wake: (() => void) | undefined;

  kick(): void {
    this.kicked = true;
    this.wake?.();
  }

  /** Resolves at once when it was kicked since the last sleep. */
  async sleep(milliseconds: number): Promise<void> {
    if (!this.kicked) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.wake = undefined;
    }
    this.kicked = false;
  }
}
