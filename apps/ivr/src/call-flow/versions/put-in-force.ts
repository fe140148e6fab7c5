import { CALL_FLOW_ERRORS, type RequestContext } from '@switchyard/contracts';
import { type Clock, DomainError } from '@switchyard/platform';
import type { DialledNumbers } from '../dialled-numbers/dialled-numbers.port';
import type { FlowVersion, Publication } from './flow-version';
import type { FlowVersions } from './flow-versions.port';
import { entriesOf, readFlow } from './read-flow';

export interface PutInForceParts {
  readonly versions: FlowVersions;
  readonly dialledNumbers: DialledNumbers;
  readonly clock: Clock;
}

/**
 * Puts a version in force, within the open transaction. It is read again first: an old document may break rules that
 * are newer than itself.
 * @throws DomainError call-flow.invalid; call-flow.entry-in-use when a dialled number leads to an entry that it lacks
 */
export async function putInForce(
  { versions, dialledNumbers, clock }: PutInForceParts,
  version: FlowVersion,
  action: Publication['action'],
  { actor }: RequestContext,
): Promise<FlowVersion> {
  const entries = entriesOf(readFlow(version.document));
  const stranded = (await dialledNumbers.all()).filter(
    ({ flow, entry }) => flow === version.name && entry !== null && !entries.includes(entry),
  );
  if (stranded.length > 0) {
    const dialled = stranded.map((number) => `${number.dialled} (entry ${String(number.entry)})`);
    throw new DomainError(
      CALL_FLOW_ERRORS.entryInUse,
      `Dialled numbers lead to entries that this version does not have: ${dialled.join(', ')}. Route them elsewhere first.`,
      { dialled: stranded.map((number) => number.dialled) },
    );
  }
  return versions.putInForce(version, { action, by: actor.name, at: clock.now() });
}
