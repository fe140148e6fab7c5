import { Controller } from '@nestjs/common';
import {
  CUSTOMER_VALUE_ERRORS,
  GetValueRun,
  GetValueRunRequest,
  ListValueRuns,
  ListValueRunsRequest,
  RecomputeCustomerValues,
  RecomputeCustomerValuesRequest,
  type RequestContext,
  type ValueRunPage,
  type ValueRunView,
} from '@switchyard/contracts';
import { DomainError, Handles } from '@switchyard/platform';
import { RunCustomerValues } from './run-customer-values';
import { type ValueRun, ValueRuns } from './value-runs.port';

@Controller()
export class CustomerValueHandler {
  constructor(
    private readonly run: RunCustomerValues,
    private readonly runs: ValueRuns,
  ) {}

  @Handles(RecomputeCustomerValues)
  async recompute(_request: RecomputeCustomerValuesRequest, context: RequestContext): Promise<ValueRunView> {
    return toView(await this.run.start(context));
  }

  @Handles(GetValueRun)
  async get({ runId }: GetValueRunRequest): Promise<ValueRunView> {
    const run = await this.runs.find(runId);
    if (run) return toView(run);
    throw new DomainError(CUSTOMER_VALUE_ERRORS.notFound, `There is no run ${runId}.`, { runId });
  }

  @Handles(ListValueRuns)
  async list({ limit = 50, cursor }: ListValueRunsRequest): Promise<ValueRunPage> {
    const page = await this.runs.list(limit, cursor);
    return { items: page.items.map(toView), nextCursor: page.nextCursor };
  }
}

function toView({ runId, state, startedBy, startedAt, endedAt, accounts, changed }: ValueRun): ValueRunView {
  return {
    runId,
    state,
    startedBy,
    accounts,
    changed,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString(),
  };
}
