import { defaultCallFlow } from '@switchyard/domain';
import { documentHash } from '../versions/read-source';
import type { FlowVersionHead } from '../versions/flow-version';
import type { FlowVersions, StoredFlow } from '../versions/flow-versions.port';

/** The call flow that comes with this release. */
export interface BuiltInFlow {
  readonly name: string;
  readonly document: Record<string, unknown>;
  readonly sha256: string;
}

let known: BuiltInFlow | undefined;

export function builtInFlow(): BuiltInFlow {
  known ??= read();
  return known;
}

function read(): BuiltInFlow {
  const document = JSON.parse(JSON.stringify(defaultCallFlow().document)) as Record<string, unknown>;
  return { name: String(document.name), document, sha256: documentHash(document) };
}

/** The stored version that holds it; undefined before the first start of this release. */
export async function storedBuiltIn(
  versions: Pick<FlowVersions, 'findByHash'>,
): Promise<FlowVersionHead | undefined> {
  const { name, sha256 } = builtInFlow();
  return versions.findByHash(name, sha256);
}

/**
 * Whether the release brought a version that nobody has decided on: it was stored after the one in force. Who takes
 * over from it into a version of their own has decided, and so has who publishes it.
 */
export function isNewer(
  builtIn: Pick<FlowVersionHead, 'number'>,
  inForce: Pick<StoredFlow, 'publishedNumber'>,
): boolean {
  return inForce.publishedNumber !== null && builtIn.number > inForce.publishedNumber;
}

/** What an operator is told of a version that the release brought. */
export function newerFlowNote(name: string, builtIn: number, inForce: number): string {
  return (
    `version ${builtIn} of the call flow ${name} comes with this release, version ${inForce} is in force: compare them by ` +
    `GET /call-flows/${name}/diff?from=${inForce}&to=${builtIn}, then POST /call-flows/${name}/versions/${builtIn}/publish`
  );
}
