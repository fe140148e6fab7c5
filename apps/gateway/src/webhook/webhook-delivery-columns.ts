import type { WebhookDeliveryView } from '@switchyard/contracts';
import { type TableColumn, tableColumn } from '@switchyard/platform';
import { chinaTime } from '../http/china-time';
import { inWords, type Words } from '../http/in-words';

const STATES: Words<WebhookDeliveryView['state']> = {
  waiting: ['待发送', 'waiting'],
  delivered: ['已送达', 'delivered'],
  dead: ['已放弃', 'given up'],
};

/** What was posted to the systems of departments, as a table. */
export const WEBHOOK_DELIVERY_COLUMNS: readonly TableColumn<WebhookDeliveryView>[] = [
  tableColumn('own', '投递编号', 'delivery', ({ deliveryId }) => deliveryId),
  tableColumn('own', '订阅编号', 'webhook', ({ webhookId }) => webhookId),
  tableColumn('own', '事件', 'event', ({ event }) => event),
  tableColumn('own', '状态', 'state', ({ state }, language) => inWords(STATES, state, language)),
  tableColumn('number', '次数', 'tries', ({ tries }) => tries),
  tableColumn('own', '发生时间', 'occurred', ({ occurredAt }) => chinaTime(occurredAt)),
  tableColumn('own', '下次发送', 'next try', ({ nextTryAt }) => chinaTime(nextTryAt)),
  tableColumn('own', '送达时间', 'delivered', ({ deliveredAt }) => chinaTime(deliveredAt)),
  tableColumn('number', '最近应答', 'last answer', ({ lastStatus }) => lastStatus),
  tableColumn('text', '最近错误', 'last error', ({ lastError }) => lastError),
];
