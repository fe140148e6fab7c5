/** Thrown when a value cannot be spoken: not a number, outside the grammar's range, or no such date. */
export class UnspeakableValue extends RangeError {
  readonly code = 'unspeakable-value';

  constructor(
    readonly what: string,
    readonly value: unknown,
    remedy: string,
  ) {
    super(`${what} ${String(value)} cannot be spoken: ${remedy}`);
    this.name = 'UnspeakableValue';
  }
}
