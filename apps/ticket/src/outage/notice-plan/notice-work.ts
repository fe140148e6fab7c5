import { Injectable } from '@nestjs/common';

/** Wakes whoever makes and sends the plans, without waiting for the next round. */
@Injectable()
export class NoticeWork {
  private wake: (() => void) | undefined;

  onKick(wake: () => void): void {
    this.wake = wake;
  }

  kick(): void {
    this.wake?.();
  }
}
