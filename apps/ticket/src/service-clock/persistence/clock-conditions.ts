/** Conditions of a statement with numbered parameters. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly terms: string[] = [];

  /** Adds `term($n)` unless the value is absent. */
  where(term: (parameter: string) => string, value: unknown): this {
    if (value !== undefined) this.terms.push(term(this.parameter(value)));
    return this;
  }

  always(term: string): this {
    this.terms.push(term);
    return this;
  }

  parameter(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  get sql(): string {
    return this.terms.length === 0 ? '' : `where ${this.terms.join(' and ')}`;
  }
}
