import type { PhoneNormaliser } from '@switchyard/domain';
import { type Column, readAccountNo, readPhone, readText, readWord, textColumn } from '@switchyard/platform';

/** What every kind's table begins with (T2.2): whom to call, and in which language. */
export function customerColumns(normalise: PhoneNormaliser): readonly Column[] {
  return [
    textColumn(
      {
        field: 'accountNo',
        chinese: '户号',
        english: 'account no',
        headers: ['用户编号', '客户编号', '用户号', '户编号', 'account number', 'account'],
      },
      readAccountNo,
    ),
    textColumn(
      {
        field: 'name',
        chinese: '户名',
        english: 'name',
        headers: [
          '用户名称',
          '客户名称',
          '用户姓名',
          '客户姓名',
          '姓名',
          '名称',
          'customer name',
          'customer',
        ],
      },
      readText(100),
    ),
    textColumn(
      {
        field: 'phone',
        chinese: '电话',
        english: 'phone',
        headers: [
          '联系电话',
          '电话号码',
          '手机',
          '手机号',
          '手机号码',
          '联系方式',
          'phone number',
          'telephone',
          'mobile',
          'tel',
        ],
      },
      readPhone(normalise),
    ),
    textColumn(
      {
        field: 'customerKind',
        chinese: '客户类型',
        english: 'customer kind',
        headers: ['客户类别', '用户类型', '用户类别', 'customer type', 'kind'],
        required: false,
      },
      readWord({
        resident: ['居民', '住宅', '个人', 'residential'],
        organisation: ['单位', '企业', '机构', '公司', 'organization', 'company'],
        'sole-trader': ['个体工商户', '个体户', '个体', '商户', 'sole trader'],
      }),
    ),
    textColumn(
      { field: 'language', chinese: '语言', english: 'language', headers: ['语种', 'lang'], required: false },
      readWord({ 'zh-CN': ['中文', '汉语', '普通话', 'zh', 'chinese'], en: ['英文', '英语', 'english'] }),
    ),
  ];
}
