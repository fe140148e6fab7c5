import { Injectable } from '@nestjs/common';
import {
  COMMON_ERRORS,
  GetAccount,
  ListAccountNotices,
  ListAccountRatings,
  ListArrears,
  ListBills,
  ListInboundCalls,
  ListKnownOutages,
  ListPayments,
  ListStandingChanges,
  ListWorkOrders,
  type Operation,
  type RequestContext,
} from '@switchyard/contracts';
import { describeError, DomainError, Logger, OperationClient } from '@switchyard/platform';
import type { CustomerOverview, OverviewPart } from './customer-overview.dto';

/** Milliseconds that any part may take; they are asked for at the same moment. */
const PATIENCE = { timeoutMs: 2_000 };
/** Rows of each part: the latest; the part's own list has the rest. */
const LATEST = 10;
const A_YEAR = 12;
const NOT_FOUND = 'account.not-found';

/** Asks every service for its part of a customer. */
@Injectable()
export class GatherOverview {
  private readonly logger: Logger;

  constructor(
    private readonly operations: OperationClient,
    logger: Logger,
  ) {
    this.logger = logger.named('CustomerOverview');
  }

  /** @throws DomainError `account.not-found`; no other part fails the whole */
  async execute(accountNo: string, context: RequestContext): Promise<CustomerOverview> {
    const part = <Request extends object, Reply extends object>(
      operation: Operation<Request, Reply>,
      request: Request,
    ): Promise<OverviewPart<Reply>> => this.part(operation, request, context);
    const ofAccount = { accountNo, limit: LATEST };
    const [account, standing, calls, notices, ratings, workOrders, payments, bills, arrears, outages] =
      await Promise.all([
        part(GetAccount, { accountNo }),
        part(ListStandingChanges, ofAccount),
        part(ListInboundCalls, ofAccount),
        part(ListAccountNotices, ofAccount),
        part(ListAccountRatings, ofAccount),
        part(ListWorkOrders, ofAccount),
        part(ListPayments, ofAccount),
        part(ListBills, { accountNo, limit: A_YEAR }),
        part(ListArrears, { accountNo }),
        part(ListKnownOutages, { accountNo, withinDays: 0 }),
      ]);
    if (account.code === NOT_FOUND) {
      throw new DomainError(NOT_FOUND, `No account ${accountNo} is registered.`, { accountNo });
    }
    return {
      accountNo,
      account,
      standing,
      calls,
      notices,
      ratings,
      workOrders,
      payments,
      bills,
      arrears,
      outages,
    };
  }

  private async part<Request extends object, Reply extends object>(
    operation: Operation<Request, Reply>,
    request: Request,
    context: RequestContext,
  ): Promise<OverviewPart<Reply>> {
    try {
      return { available: true, content: await this.operations.call(operation, request, context, PATIENCE) };
    } catch (error) {
      const code = error instanceof DomainError ? error.code : COMMON_ERRORS.internal;
      if (code !== NOT_FOUND) {
        const { subject } = operation;
        this.logger.warn('a part of a customer is not available', { subject, reason: describeError(error) });
      }
      return { available: false, code };
    }
  }
}
