import { createHash } from 'node:crypto';
import { CALL_FLOW_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { load, YAMLException } from 'js-yaml';

/** Values in a document, repeated ones counted each time: a few aliases of YAML can stand for billions. */
const MOST_VALUES = 100_000;
const DEEPEST = 50;

/**
 * The document that a text in JSON or YAML 1.2 stands for.
 * @throws DomainError call-flow.unreadable with the line where it is known
 */
export function readSource(source: string): Record<string, unknown> {
  const document = parse(source);
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    throw unreadable('The document must be an object: begin with its fields.');
  }
  assertBounded(document);
  return document as Record<string, unknown>;
}

/** SHA-256 (hex) of a document, whatever the order of its fields. */
export function documentHash(document: unknown): string {
  return createHash('sha256').update(canonical(document)).digest('hex');
}

function parse(source: string): unknown {
  try {
    return source.trimStart().startsWith('{') ? (JSON.parse(source) as unknown) : load(source);
  } catch (error) {
    if (error instanceof YAMLException) {
      const line = (error.mark?.line ?? 0) + 1;
      throw unreadable(`The document is not YAML: line ${line}: ${error.reason}.`, { line });
    }
    throw unreadable(`The document is not JSON: ${(error as Error).message}.`);
  }
}

function assertBounded(document: unknown): void {
  let values = 0;
  const visit = (value: unknown, depth: number): void => {
    values += 1;
    if (values > MOST_VALUES || depth > DEEPEST) {
      throw unreadable(`The document holds more than ${MOST_VALUES} values or ${DEEPEST} levels.`);
    }
    if (typeof value === 'object' && value !== null) {
      for (const item of Object.values(value)) visit(item, depth + 1);
    }
  };
  visit(document, 0);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

function unreadable(message: string, details?: Record<string, unknown>): DomainError {
  return new DomainError(CALL_FLOW_ERRORS.unreadable, message, details);
}
