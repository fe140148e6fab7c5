import { HANDOVER_ERRORS } from '@switchyard/contracts';
import type { HandoverRefusal } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import type { Handover } from './handovers.port';

export function handoverNotFound(handoverId: string): DomainError {
  return new DomainError(HANDOVER_ERRORS.notFound, `There is no handover ${handoverId}.`, { handoverId });
}

export function handoverRefused(
  refusal: HandoverRefusal,
  { state, outgoing, relief }: Handover,
): DomainError {
  switch (refusal) {
    case 'not-in-state':
      return new DomainError(
        HANDOVER_ERRORS.wrongState,
        `The handover is ${state}; a draft is submitted, what is submitted is accepted or sent back.`,
        { state },
      );
    case 'not-outgoing':
      return new DomainError(HANDOVER_ERRORS.notOutgoing, `This is for ${outgoing}, who hands over.`, {
        outgoing,
      });
    case 'not-relief':
      return new DomainError(HANDOVER_ERRORS.notRelief, `This is for ${relief}, who takes over.`, { relief });
  }
}
