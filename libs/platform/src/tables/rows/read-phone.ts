import type { PhoneNormaliser, PhoneRefusal } from '@switchyard/domain';
import { type CellRefusal, type ReadCell, refuseCell } from './cell';

const PLAIN_MOBILE = /^1[3-9]\d{9}$/;

/** A telephone number by the given numbering plan; the plain mobile, which nearly every row has, goes first. */
export function readPhone(normalise: PhoneNormaliser): ReadCell {
  return (text) => {
    if (PLAIN_MOBILE.test(text)) return { number: `+86${text}` };
    const parsed = normalise(text);
    return parsed.ok ? { number: parsed.e164, extension: parsed.extension } : refusedPhone(parsed.reason);
  };
}

function refusedPhone(reason: PhoneRefusal): CellRefusal {
  const [chinese, english] = WORDS[reason];
  return refuseCell(reason === 'empty' ? 'missing' : 'badPhone', chinese, english);
}

const WORDS: Readonly<Record<PhoneRefusal, readonly [string, string]>> = {
  empty: ['不能为空', 'must not be empty'],
  'not-a-number': ['不是电话号码', 'is no telephone number'],
  'several-numbers': ['只能填一个号码', 'give one number only'],
  'no-area-code': [
    '固定电话缺少区号，如 010-62345678',
    'the landline lacks its area code: give it like 010-62345678',
  ],
  'too-short': ['号码位数太少', 'has too few digits'],
  'too-long': ['号码位数太多', 'has too many digits'],
  impossible: ['没有这样的号段或区号', 'no mobile prefix or area code begins like this'],
  'service-number': ['是服务号码，不是客户的电话', "is a service number, no customer's telephone"],
};
