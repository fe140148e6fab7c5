/** A class whose instances cross a process; class-validator decorators on it are its schema. */
export type MessageClass<T extends object> = new () => T;

/** One request/reply operation: subject, request, reply and the error codes it may answer with. */
export interface Operation<Request extends object, Reply extends object> {
  readonly subject: string;
  readonly request: MessageClass<Request>;
  readonly reply: MessageClass<Reply>;
  /** Stable codes of the errors that this operation may answer, beside those of every operation. */
  readonly errors: readonly string[];
}

/** One event that may not be lost: it goes through the owner's outbox to every durable consumer. */
export interface EventContract<Payload extends object> {
  readonly subject: string;
  readonly payload: MessageClass<Payload>;
}

const OPERATION_SUBJECT = /^[a-z]+\.(command|query)\.[a-z]+(-[a-z]+)*\.v[1-9]\d*$/;
const EVENT_SUBJECT = /^[a-z]+\.event\.[a-z]+(-[a-z]+)*\.v[1-9]\d*$/;

/** Declares an operation. @throws Error when the subject is not `<owner>.<command|query>.<kebab-name>.v1`. */
export function operation<Request extends object, Reply extends object>(
  contract: Omit<Operation<Request, Reply>, 'errors'> & { errors?: readonly string[] },
): Operation<Request, Reply> {
  if (!OPERATION_SUBJECT.test(contract.subject)) throw new Error(`bad operation subject ${contract.subject}`);
  return Object.freeze({ errors: [], ...contract });
}

/** Declares an event. @throws Error when the subject is not `<owner>.event.<past-tense>.v1`. */
export function event<Payload extends object>(contract: EventContract<Payload>): EventContract<Payload> {
  if (!EVENT_SUBJECT.test(contract.subject)) throw new Error(`bad event subject ${contract.subject}`);
  return Object.freeze({ ...contract });
}

/** The service that answers an operation or publishes an event: the subject's first word. */
export function ownerOf(contract: { readonly subject: string }): string {
  return contract.subject.slice(0, contract.subject.indexOf('.'));
}
