/** The time is passed in everywhere, so that tests can set it. */
export interface Clock {
  now(): Date;
}

/** Nest token of the service's Clock. */
export const CLOCK = Symbol('Clock');

export class SystemClock implements Clock {
  now(): Date {
    return new Date();
  }
}

/** Stands still until it is moved. */
export class FixedClock implements Clock {
  constructor(private current: Date = new Date('2026-03-02T02:00:00Z')) {}

  now(): Date {
    return new Date(this.current);
  }

  set(to: Date): void {
    this.current = new Date(to);
  }

  advance(milliseconds: number): void {
    this.current = new Date(this.current.getTime() + milliseconds);
  }
}
