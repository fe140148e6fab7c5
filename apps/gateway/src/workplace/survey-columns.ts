import type { SurveyView } from '@switchyard/contracts';
import { tableColumn } from '@switchyard/platform';
import { chinaTime } from '../http/china-time';
import { yesNo } from '../http/in-words';

export const SURVEY_COLUMNS = [
  tableColumn<SurveyView>('text', '标题', 'title', ({ titleZh, titleEn }, language) =>
    language === 'en' ? titleEn : titleZh,
  ),
  tableColumn<SurveyView>('own', '开放', 'opens at', ({ opensAt }) => chinaTime(opensAt)),
  tableColumn<SurveyView>('own', '截止', 'closes at', ({ closesAt }) => chinaTime(closesAt)),
  tableColumn<SurveyView>('own', '进行中', 'open', ({ open }, language) => yesNo(open, language)),
  tableColumn<SurveyView>('number', '题数', 'questions', ({ questions }) => questions.length),
  tableColumn<SurveyView>('number', '最少答卷', 'least answers', ({ leastAnswers }) => leastAnswers),
  tableColumn<SurveyView>('text', '发起人', 'made by', ({ createdBy }) => createdBy),
];
