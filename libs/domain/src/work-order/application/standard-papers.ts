import type { Paper, PapersPolicy } from './application-papers';

const paper = (code: string, chinese: string, english: string): Paper => ({
  code,
  names: { 'zh-CN': chinese, en: english },
});

/** Organisation: sealed application; person: copies of identity card and property certificate; sole trader: licence (§2.6). */
export const STANDARD_PAPERS_POLICY: PapersPolicy = {
  papers: [
    paper('sealed-application', '加盖公章的书面申请', 'Written application under seal'),
    paper('identity-card', '身份证复印件', 'Copy of the identity card'),
    paper('property-certificate', '房产证复印件', 'Copy of the property certificate'),
    paper('business-licence', '营业执照复印件', 'Copy of the business licence'),
  ],
  everybody: {
    resident: ['identity-card', 'property-certificate'],
    organisation: ['sealed-application'],
    'sole-trader': ['business-licence'],
  },
  // What no document names is left to the operator, who adds versions.
  more: [],
};
