/** What is wrong with a field of a document, told by its path ('technical.factor'). */
export interface DocumentProblem {
  readonly path: string;
  readonly problem: string;
}

/**
 * Reads untyped JSON field by field and gathers every problem instead of stopping at the first. A field
 * with a problem reads as a harmless value, so that the rest can be read: use nothing of it while
 * `problems` is not empty.
 */
export class DocumentReader {
  private readonly known = new Set<string>();

  constructor(
    private readonly value: unknown,
    private readonly path = '',
    readonly problems: DocumentProblem[] = [],
  ) {
    if (!isRecord(value)) this.complain('', 'must be an object');
  }

  number(field: string, min: number, max: number): number {
    const value = this.field(field);
    if (typeof value === 'number' && value >= min && value <= max) return value;
    this.complain(field, `must be a number from ${min} to ${max}`);
    return min;
  }

  integer(field: string, min: number, max: number): number {
    const value = this.field(field);
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
    this.complain(field, `must be a whole number from ${min} to ${max}`);
    return min;
  }

  boolean(field: string): boolean {
    const value = this.field(field);
    if (typeof value === 'boolean') return value;
    this.complain(field, 'must be true or false');
    return false;
  }

  oneOf<T extends string>(field: string, allowed: readonly [T, ...T[]]): T {
    const value = this.field(field);
    const found = allowed.find((word) => word === value);
    if (found === undefined) this.complain(field, `must be one of ${allowed.join(', ')}`);
    return found ?? allowed[0];
  }

  /** Whether a field is told at all; one that may be left out is asked for only then. */
  has(field: string): boolean {
    return isRecord(this.value) && Object.hasOwn(this.value, field);
  }

  /** A list of these words, each once. */
  words<T extends string>(field: string, allowed: readonly T[]): readonly T[] {
    const value = this.field(field);
    if (!Array.isArray(value)) {
      this.complain(field, 'must be a list');
      return [];
    }
    const found = [...new Set(value)].filter((word): word is T => allowed.some((known) => known === word));
    if (found.length !== value.length)
      this.complain(field, `must have each of these at most once, and no others: ${allowed.join(', ')}`);
    return found;
  }

  /** A text for which `parse` finds a value. */
  text<T>(field: string, shape: string, parse: (text: string) => T | undefined, fallback: T): T {
    const value = this.field(field);
    const parsed = typeof value === 'string' ? parse(value) : undefined;
    if (parsed === undefined) this.complain(field, `must be ${shape}`);
    return parsed ?? fallback;
  }

  object(field: string): DocumentReader {
    return new DocumentReader(this.field(field), this.pathOf(field), this.problems);
  }

  objects(field: string): readonly DocumentReader[] {
    const value = this.field(field);
    if (!Array.isArray(value)) {
      this.complain(field, 'must be a list');
      return [];
    }
    return value.map(
      (item, index) => new DocumentReader(item, `${this.pathOf(field)}[${index}]`, this.problems),
    );
  }

  /** A list of whatever; the reader judges its values itself. */
  list(field: string): readonly unknown[] {
    const value = this.field(field);
    if (Array.isArray(value)) return value as readonly unknown[];
    this.complain(field, 'must be a list');
    return [];
  }

  /** The names of the fields that there are, for documents whose names are data. */
  fields(): readonly string[] {
    return isRecord(this.value) ? Object.keys(this.value) : [];
  }

  /** Call after the last field was read: a field that nobody asked for is most likely misspelt. */
  refuseUnknownFields(): void {
    if (!isRecord(this.value)) return;
    for (const field of Object.keys(this.value)) {
      if (!this.known.has(field)) this.complain(field, 'is not a field of this document');
    }
  }

  complain(field: string, problem: string): void {
    this.problems.push({ path: field === '' ? this.path || '(document)' : this.pathOf(field), problem });
  }

  private field(field: string): unknown {
    this.known.add(field);
    return isRecord(this.value) ? this.value[field] : undefined;
  }

  private pathOf(field: string): string {
    return this.path === '' ? field : `${this.path}.${field}`;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
