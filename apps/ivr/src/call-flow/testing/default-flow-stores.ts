import { defaultCallFlow } from '@switchyard/domain';
import { Logger } from '@switchyard/platform';
import type { DialledNumbers } from '../dialled-numbers/dialled-numbers.port';
import { PublishedFlows } from '../published-flows/published-flows';
import type { FlowVersion } from '../versions/flow-version';
import type { FlowVersions } from '../versions/flow-versions.port';

/** A version of the flow that comes with the product, as it is stored. */
export function storedFlow(over: Partial<FlowVersion> = {}): FlowVersion {
  return {
    id: 'v1',
    name: 'hotline',
    number: 1,
    state: 'published',
    document: defaultCallFlow().document as unknown as Record<string, unknown>,
    sha256: 'a',
    note: null,
    createdBy: 'test',
    createdAt: new Date(0),
    publishedAt: new Date(0),
    ...over,
  };
}

/** Published flows over lists that a test can change. */
export class FlowStores {
  published: FlowVersion[] = [storedFlow()];
  numbers: Awaited<ReturnType<DialledNumbers['all']>> = [];
  change = 1;
  readonly complaints: string[] = [];

  readonly flows = new PublishedFlows(
    {
      changeNumber: async () => String(this.change),
      allPublished: async () => this.published,
      findById: async (id: string) => this.published.find((version) => version.id === id),
    } as unknown as FlowVersions,
    { all: async () => this.numbers } as unknown as DialledNumbers,
    Object.assign(Logger.silent(), { error: (message: string) => void this.complaints.push(message) }),
  );

  async changed(): Promise<void> {
    this.change += 1;
    await this.flows.refresh();
  }
}
