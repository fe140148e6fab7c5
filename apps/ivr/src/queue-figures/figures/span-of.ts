import { FIGURE_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import type { TimeSpan } from './figure-rows.port';

/** @throws DomainError figures.time-empty */
export function spanOf(request: { readonly from: string; readonly to: string }): TimeSpan {
  const span = { from: new Date(request.from), to: new Date(request.to) };
  if (span.to > span.from) return span;
  throw new DomainError(FIGURE_ERRORS.emptyTime, '`to` must be after `from`', {
    from: request.from,
    to: request.to,
  });
}
