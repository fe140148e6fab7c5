export interface BilingualNotice {
  readonly title: { readonly 'zh-CN': string; readonly en: string };
  readonly text: { readonly 'zh-CN': string; readonly en: string };
}

/** What the operator is told when the last day whose holidays are known is near, or has passed. */
export function calendarEndNotice(daysLeft: number, coveredTo: string): BilingualNotice {
  const zh = daysLeft < 0 ? `已于 ${coveredTo} 到期` : `将于 ${coveredTo} 到期，还有 ${daysLeft} 天`;
  const en = daysLeft < 0 ? `ended on ${coveredTo}` : `ends on ${coveredTo}, in ${daysLeft} days`;
  return {
    title: { 'zh-CN': '请导入下一年度节假日安排', en: 'Import next year’s holidays' },
    text: {
      'zh-CN': `工作日历${zh}。之后的期限按每周工作日推算并标记为暂定，导入后自动重新计算。`,
      en: `The working calendar ${en}. Due dates beyond it follow the weekly pattern, are marked provisional, and are reckoned anew on import.`,
    },
  };
}
