import { Inject, Injectable } from '@nestjs/common';
import { CALL_FLOW_ERRORS, type DialledNumberRoute, type RequestContext } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { type DialledNumber, DialledNumbers } from '../dialled-numbers/dialled-numbers.port';
import { FlowVersions } from '../versions/flow-versions.port';
import { entriesOf, readFlow } from '../versions/read-flow';

/** Leads a dialled number to an entry of a published flow (T1.1). */
@Injectable()
export class RouteDialledNumber {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: FlowVersions,
    private readonly dialledNumbers: DialledNumbers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError call-flow.not-found; call-flow.entry-unknown */
  async execute(route: DialledNumberRoute, { actor }: RequestContext): Promise<DialledNumber> {
    const { dialled, flow, entry = null, language = null } = route;
    const setAt = this.clock.now();
    const number: DialledNumber = { dialled, flow, entry, language, setBy: actor.name, setAt };
    return this.unitOfWork.inTransaction(async () => {
      await this.versions.lock();
      await this.assertThere(flow, entry);
      await this.dialledNumbers.set(number);
      return number;
    });
  }

  private async assertThere(flow: string, entry: string | null): Promise<void> {
    const version = await this.versions.published(flow);
    if (!version) {
      throw new DomainError(
        CALL_FLOW_ERRORS.flowNotFound,
        `No version of the call flow ${flow} is published; publish one first.`,
      );
    }
    const entries = entriesOf(readFlow(version.document));
    if (entry === null || entries.includes(entry)) return;
    throw new DomainError(
      CALL_FLOW_ERRORS.entryUnknown,
      `The call flow ${flow} has no entry ${entry}; it has ${entries.join(', ')}.`,
      { entries },
    );
  }
}
