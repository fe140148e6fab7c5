import type { QualityDefinition } from '@switchyard/contracts';

const define = (field: string, zh: string, en: string): QualityDefinition => ({
  field,
  text: { 'zh-CN': zh, en },
});

/** What the figures of the report mean. */
export const QUALITY_DEFINITIONS: readonly QualityDefinition[] = [
  define('drawn', '期间内抽中的录音数（按通话日）', 'Recordings of calls of these days that were drawn'),
  define(
    'evaluations',
    '期间内已评分的通话数，即被监听数',
    'Calls of these days that were judged: the monitored calls',
  ),
  define(
    'meanScore',
    '现行结果（申诉后为新结果）的平均分；按项目时为得分占权重的平均百分比',
    'Mean of the results in force, after appeals; of an item, the mean per cent of its weight',
  ),
  define(
    'criticalErrors',
    '业务准确性为 0 或重大错误项未通过的通话数；按项目时为判为差错的通话数',
    'Calls with a business accuracy of 0 or a failed critical item; of an item, calls with that fault',
  ),
  define(
    'criticalErrorPercent',
    '重大错误率 = 重大错误 / 被监听数（§12 公式8）',
    'critical errors / monitored calls (§12, 8)',
  ),
  define(
    'transactionQuality',
    '交易质量 = 准确性 × 专业分（软技能 + 技术）（§12 公式7），各通平均',
    'accuracy × professional score (soft + technical) (§12, 7), mean of the calls',
  ),
  define(
    'faults',
    '低于政策规定得分率的项目数',
    'Items that earned less of their weight than the policy asks for',
  ),
  define(
    'phraseHits',
    '服务忌语命中数（转写或引述中）',
    'Forbidden phrases found in transcripts and quotations',
  ),
];
