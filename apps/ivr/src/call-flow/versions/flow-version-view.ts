import type { FlowVersionDetail, FlowVersionView } from '@switchyard/contracts';
import type { FlowVersion, FlowVersionHead } from './flow-version';

export function toFlowVersionView(version: FlowVersionHead): FlowVersionView {
  const { id, name, number, state, sha256, createdBy } = version;
  return {
    id,
    name,
    number,
    state,
    sha256,
    createdBy,
    createdAt: version.createdAt.toISOString(),
    ...(version.note === null ? {} : { note: version.note }),
    ...(version.publishedAt === null ? {} : { publishedAt: version.publishedAt.toISOString() }),
  };
}

export function toFlowVersionDetail(version: FlowVersion): FlowVersionDetail {
  return { ...toFlowVersionView(version), document: version.document };
}
