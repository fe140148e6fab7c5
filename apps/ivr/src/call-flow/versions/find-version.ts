import { CALL_FLOW_ERRORS, type FlowVersionReference } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import type { FlowVersion } from './flow-version';
import type { FlowVersions } from './flow-versions.port';

/** @throws DomainError flow-version.not-found */
export async function findVersion(
  versions: Pick<FlowVersions, 'find'>,
  { name, number }: FlowVersionReference,
): Promise<FlowVersion> {
  const version = await versions.find(name, number);
  if (version) return version;
  throw new DomainError(
    CALL_FLOW_ERRORS.versionNotFound,
    `The call flow ${name} has no version ${number}; list its versions first.`,
    { name, number },
  );
}
