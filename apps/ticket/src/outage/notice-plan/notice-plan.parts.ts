import type { Provider, Type } from '@nestjs/common';
import { PgAffectedAccounts } from '../persistence/pg-affected-accounts';
import { PgNoticePlans } from '../persistence/pg-notice-plans';
import { ConfirmNotice } from './confirm-outage-notice/confirm-notice';
import { ConfirmNoticeWhenDelivered } from './confirm-outage-notice/confirm-notice-when-delivered.handler';
import { ConfirmOutageNoticeHandler } from './confirm-outage-notice/confirm-outage-notice.handler';
import { FailNoticeWhenHandedOff } from './confirm-outage-notice/fail-notice-when-handed-off.handler';
import { EscalateNotices } from './escalate-notices';
import { GetNoticePlansHandler } from './get-notice-plans/get-notice-plans.handler';
import { AffectedAccounts } from './list-affected-accounts/affected-accounts.port';
import { ListAffectedAccountsHandler } from './list-affected-accounts/list-affected-accounts.handler';
import { ListOutageNoticesHandler } from './list-outage-notices/list-outage-notices.handler';
import { MakeNoticePlan } from './make-notice-plan';
import { NoticePlans } from './notice-plans.port';
import { NoticeWork } from './notice-work';
import { PlanChangeNoticesHandler } from './plan-change-notices/plan-change-notices.handler';
import { SendNotices } from './send/send-notices';
import { StartOutageNoticesHandler } from './start-outage-notices/start-outage-notices.handler';
import { WantNoticePlan } from './want-notice-plan';
import { WorkOnNoticePlans } from './work-on-notice-plans';

/** Telling customers of outages belongs to the outages' module: a change and its plan are one transaction. */
export const NOTICE_PLAN_HANDLERS: Type[] = [
  ConfirmOutageNoticeHandler,
  GetNoticePlansHandler,
  ListAffectedAccountsHandler,
  ListOutageNoticesHandler,
  PlanChangeNoticesHandler,
  StartOutageNoticesHandler,
];

export const NOTICE_PLAN_PROVIDERS: Provider[] = [
  ConfirmNotice,
  ConfirmNoticeWhenDelivered,
  EscalateNotices,
  FailNoticeWhenHandedOff,
  MakeNoticePlan,
  NoticeWork,
  SendNotices,
  WantNoticePlan,
  WorkOnNoticePlans,
  { provide: AffectedAccounts, useClass: PgAffectedAccounts },
  { provide: NoticePlans, useClass: PgNoticePlans },
];
