import { BATCH_ERRORS } from '@switchyard/contracts';
import { DomainError, phoneNormaliser } from '@switchyard/platform';

const normalise = phoneNormaliser();

/** E.164 of a number in any form that an import would take. @throws DomainError `phone.invalid` */
export function readNumber(text: string): string {
  const parsed = normalise(text);
  if (parsed.ok) return parsed.e164;
  throw new DomainError(
    BATCH_ERRORS.numberInvalid,
    `"number" is no telephone number that can be called (${parsed.reason}): give it like 13900010001 or 010-62345678.`,
    { field: 'number', reason: parsed.reason },
  );
}
