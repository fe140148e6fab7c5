import { CHINESE_CALENDAR_DOCUMENT } from '@switchyard/domain';
import { calendarMigration, calendarVersions } from '@switchyard/platform';
import { DialingSchema1767200000001 } from './0001-dialing-schema';
import { CampaignImports1767200000002 } from './0002-campaign-imports';
import { CallFlow1767200000003 } from './0003-call-flow';
import { AgentQueue1767200000004 } from './0004-agent-queue';
import { QueueFigures1767200000005 } from './0005-queue-figures';
import { DialObstacle1767200000006 } from './0006-dial-obstacle';
import { NodeProcess1767200000007 } from './0007-node-process';
import { WhatCallersLeft1767200000008 } from './0008-what-callers-left';
import { KindsOfCases1767200000009 } from './0009-kinds-of-cases';
import { UnknownPriority1767200000010 } from './0010-unknown-priority';
import { DialingPolicyAuthors1767200000011 } from './0011-dialing-policy-authors';
import { OutageNotices1767200000012 } from './0012-outage-notices';
import { NoticeTemplates1767200000013 } from './0013-notice-templates';
import { TalksTakenOver1767200000014 } from './0014-talks-taken-over';
import { RecordingsInUse1767200000015 } from './0015-recordings-in-use';
import { AnonymousCalls1767200000016 } from './0016-anonymous-calls';

/** In the order in which they are done. */
export const IVR_MIGRATIONS = [
  calendarMigration(CHINESE_CALENDAR_DOCUMENT),
  DialingSchema1767200000001,
  CampaignImports1767200000002,
  CallFlow1767200000003,
  AgentQueue1767200000004,
  QueueFigures1767200000005,
  DialObstacle1767200000006,
  NodeProcess1767200000007,
  WhatCallersLeft1767200000008,
  KindsOfCases1767200000009,
  UnknownPriority1767200000010,
  DialingPolicyAuthors1767200000011,
  OutageNotices1767200000012,
  NoticeTemplates1767200000013,
  TalksTakenOver1767200000014,
  RecordingsInUse1767200000015,
  AnonymousCalls1767200000016,
  calendarVersions('1767200000090'),
];
