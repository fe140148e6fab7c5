import { FlowName, VersionNumber } from './fields';

/** Names one version of a call flow. */
export class FlowVersionReference {
  @FlowName()
  name: string;

  @VersionNumber()
  number: number;
}

/** Names one call flow, whatever its version. */
export class FlowReference {
  @FlowName()
  name: string;
}
